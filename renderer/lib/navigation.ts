import { useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { PaperForm } from '#contract/papers.ts'
import type { RotaPaper } from '#contract/rota-papers.ts'
import type { CalcName } from '#db/domain/labour/calc-names.ts'

export const settingsSections = [
  'body',
  'users',
  'backups',
  'recordings',
  'printing',
  'templates',
  'clocks',
  'holidays',
  'figures',
  'offices',
  'visits',
  'lawyers',
  'desks',
  'audit',
  'password',
  'keys',
] as const
export type SettingsSection = (typeof settingsSections)[number]

export const dossierParts = ['papers', 'findings', 'scans', 'archive'] as const
export type DossierPart = (typeof dossierParts)[number]

/** What somebody came for who clicked on the lock screen. */
export const shiftSteps = ['leave', 'swap', 'log'] as const
export type ShiftStep = (typeof shiftSteps)[number]

export type Place =
  | { to: 'today' }
  | { to: 'intake'; draftId?: string }
  | { to: 'cases' }
  | { to: 'case'; caseId: string }
  | { to: 'offers'; caseId: string }
  | { to: 'startSession'; caseId: string }
  | { to: 'session'; sessionId: string }
  | { to: 'agreement'; agreementId: string }
  | { to: 'agreementVersions'; caseId: string }
  | { to: 'signing'; agreementId: string }
  | { to: 'readBack'; paper: 'minutes' | 'agreement'; objectId: string }
  | { to: 'reviews' }
  | { to: 'paper'; form: PaperForm; objectId: string; copies?: number }
  | { to: 'dossier'; caseId: string; part?: DossierPart }
  | { to: 'volume'; caseId: string }
  | { to: 'sheet'; form: PaperForm; objectId: string }
  | { to: 'forms' }
  | { to: 'blankForm'; form: PaperForm }
  | { to: 'printQueue' }
  | { to: 'loans' }
  | { to: 'handover' }
  | { to: 'performance'; caseId: string }
  | { to: 'strengthening'; caseId: string }
  | { to: 'handOver'; caseId: string }
  | { to: 'visits'; caseId: string }
  | { to: 'clocks'; caseId: string }
  | { to: 'calendar' }
  | { to: 'calculators' }
  | { to: 'calculator'; name: CalcName; caseId?: string }
  | { to: 'calculations'; caseId: string }
  | { to: 'calculation'; id: string }
  | { to: 'rotas' }
  | { to: 'rota'; rotaId: string }
  | { to: 'rotaRequests' }
  | { to: 'dutyDay' }
  | { to: 'dutyHours' }
  | { to: 'myShifts'; lawyerId?: string; step?: ShiftStep }
  | { to: 'rotaPaper'; of: RotaPaper }
  | { to: 'consultations' }
  | { to: 'consultation'; id: string }
  | { to: 'settings'; section?: SettingsSection }

/** The address inside the page, as it stands behind the #. */
export const hrefOf = (place: Place): string => {
  const part = encodeURIComponent
  switch (place.to) {
    case 'today':
      return '/'
    case 'intake':
      return place.draftId ? `/intake/${part(place.draftId)}` : '/intake'
    case 'cases':
      return '/cases'
    case 'case':
      return `/cases/${part(place.caseId)}`
    case 'offers':
      return `/cases/${part(place.caseId)}/offers`
    case 'startSession':
      return `/cases/${part(place.caseId)}/start-session`
    case 'session':
      return `/sessions/${part(place.sessionId)}`
    case 'agreement':
      return `/agreements/${part(place.agreementId)}`
    case 'agreementVersions':
      return `/cases/${part(place.caseId)}/agreement-versions`
    case 'signing':
      return `/agreements/${part(place.agreementId)}/signing`
    case 'readBack':
      return `/read-back/${place.paper}/${part(place.objectId)}`
    case 'reviews':
      return '/reviews'
    case 'paper': {
      const copies = place.copies === undefined ? '' : `?copies=${place.copies}`
      return `/papers/${place.form}/${part(place.objectId)}${copies}`
    }
    case 'dossier': {
      const inside = place.part === undefined ? '' : `?part=${place.part}`
      return `/cases/${part(place.caseId)}/dossier${inside}`
    }
    case 'volume':
      return `/cases/${part(place.caseId)}/volume`
    case 'sheet':
      return `/sheets/${place.form}/${part(place.objectId)}`
    case 'forms':
      return '/forms'
    case 'blankForm':
      return `/forms/${place.form}`
    case 'printQueue':
      return '/print-queue'
    case 'loans':
      return '/loans'
    case 'handover':
      return '/handover'
    case 'performance':
    case 'strengthening':
    case 'visits':
    case 'clocks':
    case 'calculations':
      return `/cases/${part(place.caseId)}/${place.to}`
    case 'handOver':
      return `/cases/${part(place.caseId)}/hand-over`
    case 'calendar':
      return '/calendar'
    case 'calculators':
      return '/calculators'
    case 'calculator': {
      const forCase = place.caseId === undefined ? '' : `?case=${part(place.caseId)}`
      return `/calculators/${place.name}${forCase}`
    }
    case 'calculation':
      return `/calculations/${part(place.id)}`
    case 'rotas':
      return '/rota'
    case 'rota':
      return `/rota/${part(place.rotaId)}`
    case 'rotaRequests':
      return '/rota-requests'
    case 'dutyDay':
      return '/duty-day'
    case 'dutyHours':
      return '/duty-hours'
    case 'myShifts': {
      const query = new URLSearchParams({
        ...(place.lawyerId === undefined ? {} : { lawyer: place.lawyerId }),
        ...(place.step === undefined ? {} : { step: place.step }),
      }).toString()
      return query === '' ? '/my-shifts' : `/my-shifts?${query}`
    }
    case 'rotaPaper':
      return `/rota-papers/${part(JSON.stringify(place.of))}`
    case 'consultations':
      return '/consultations'
    case 'consultation':
      return `/consultations/${part(place.id)}`
    case 'settings':
      return place.section ? `/settings/${place.section}` : '/settings'
  }
}

export const useGo = (): ((place: Place) => void) => {
  const router = useRouter()
  return useCallback((place: Place) => router.history.push(hrefOf(place)), [router])
}

/** To another part of the same screen: 返回 does not lead through the parts. */
export const useGoInstead = (): ((place: Place) => void) => {
  const router = useRouter()
  return useCallback((place: Place) => router.history.replace(hrefOf(place)), [router])
}

/** To the screen before this one; to 今日 when there is none. */
export const useGoBack = (): (() => void) => {
  const router = useRouter()
  return useCallback(() => {
    if (router.history.canGoBack()) router.history.back()
    else router.history.push('/')
  }, [router])
}
