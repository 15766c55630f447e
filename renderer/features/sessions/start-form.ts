import type { CaseRecord } from '#contract/cases.ts'
import type { Me } from '#contract/store.ts'
import type { z } from 'zod'
import type { attendeeForm } from '#contract/sessions.ts'
import { findCaseSource } from '#db/domain/case/taxonomy.ts'
import { needsConsent } from '#db/domain/session/consent.ts'
import { authorityLabels, partyRoleLabels, representativeKindLabels } from '#db/domain/party.ts'

export type AttendeeForm = z.infer<typeof attendeeForm>
/** Somebody who may sit at the table; `key` only tells the rows of the screen apart. */
export type Seat = AttendeeForm & {
  key: string
  isPresent: boolean
  /** Not from the case's list of parties but added at this table. */
  isNewcomer?: true
}
export type StartForm = {
  seats: readonly Seat[]
  place: string
  isOpen: boolean
  recorderName: string
}
export type StartReason = 'onlyOne' | 'noConsent' | 'noPlace' | 'noRecorder' | 'nameless'

/** What the record takes of an attendee's note. */
const noteLength = 100

type Party = CaseRecord['partyRecords'][number]

type Representative = Party['representatives'][number]

/** Registered representatives; a company's legal representative is one even when only named on its record. */
const representativesOf = (party: Party): readonly Representative[] => {
  const { kind, legalRepName, representatives } = party
  const isNamed = representatives.some((one) => one.kind === 'legalRepresentative')
  return kind === 'organisation' && legalRepName && !isNamed
    ? [...representatives, { kind: 'legalRepresentative', name: legalRepName }]
    : representatives
}

const representativeNote = (party: Party, { kind, authority }: Representative): string => {
  const kindLabel = representativeKindLabels[kind]
  const more =
    kind === 'agent' && authority
      ? authorityLabels[authority]
      : kind === 'legalRepresentative'
        ? party.legalRepTitle
        : undefined
  const note = `${partyRoleLabels[party.role]}${party.name}的${kindLabel}${more ? `，${more}` : ''}`
  return note.slice(0, noteLength)
}

const partySeats = (party: Party): Seat[] => {
  const representatives = representativesOf(party)
  const speaksItself =
    party.kind === 'person'
      ? !representatives.some((one) => one.kind === 'guardian')
      : representatives.length === 0
  const itself: Seat = {
    key: party.id,
    capacity: 'party',
    partyId: party.id,
    name: party.name,
    note: partyRoleLabels[party.role],
    consented: true,
    isPresent: speaksItself,
  }
  const others = representatives.map((one, index): Seat => ({
    key: `${party.id}/${index}`,
    capacity: 'representative',
    partyId: party.id,
    name: one.name,
    note: representativeNote(party, one),
    consented: true,
    isPresent: one.kind === 'guardian' || (party.kind === 'organisation' && index === 0),
  }))
  return [itself, ...others]
}

/**
 * Who is likely there, as the case has them: the mediator, persons themselves (a ward through the
 * guardian), organisations through their first representative. Court-referred talks are closed (C10).
 */
export const presetStartForm = (record: CaseRecord, me: Pick<Me, 'name'>): StartForm => ({
  seats: [
    {
      key: 'mediator',
      capacity: 'mediator',
      name: me.name,
      note: '',
      consented: true,
      isPresent: true,
    },
    ...record.partyRecords.flatMap(partySeats),
  ],
  place: '调解室',
  isOpen: findCaseSource(record.sourceCode)?.bucket !== 'court',
  recorderName: me.name,
})

const present = (form: StartForm): readonly Seat[] => form.seats.filter((seat) => seat.isPresent)

/** What stands between the form and the start, all of it at once. */
export const reasonsNotToStart = (form: StartForm): StartReason[] => {
  const reasons: StartReason[] = []
  const seats = present(form)
  if (seats.some((seat) => seat.name.trim() === '')) reasons.push('nameless')
  if (seats.length < 2) reasons.push('onlyOne')
  if (seats.some((seat) => needsConsent(seat.capacity) && !seat.consented))
    reasons.push('noConsent')
  if (form.place.trim() === '') reasons.push('noPlace')
  if (form.recorderName.trim() === '') reasons.push('noRecorder')
  return reasons
}

export const attendeeOf = (seat: Seat): AttendeeForm => ({
  capacity: seat.capacity,
  ...(seat.partyId === undefined ? {} : { partyId: seat.partyId }),
  ...(seat.helperKind === undefined ? {} : { helperKind: seat.helperKind }),
  ...(seat.disclosure?.trim() ? { disclosure: seat.disclosure.trim() } : {}),
  name: seat.name.trim(),
  note: seat.note.trim(),
  consented: seat.consented,
})

export const startInput = (caseId: string, form: StartForm) => ({
  caseId,
  place: form.place.trim(),
  isOpen: form.isOpen,
  recorderName: form.recorderName.trim(),
  attendees: present(form).map(attendeeOf),
})
