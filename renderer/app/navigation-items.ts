import {
  Calculator,
  CalendarDays,
  CalendarRange,
  ClipboardPen,
  Files,
  FolderOpen,
  MessagesSquare,
  Settings,
  Stamp,
  UsersRound,
  type LucideIcon,
} from 'lucide-react'
import type { Role } from '#db/domain/roles.ts'
import type { Place } from '../lib/navigation.ts'

export type NavigationItem = {
  word: string
  place: Place
  /** Addresses that belong to it, by their beginning. */
  roots: readonly string[]
  Icon: LucideIcon
}

const today: NavigationItem = {
  word: '今日',
  place: { to: 'today' },
  roots: [],
  Icon: CalendarDays,
}
const intake: NavigationItem = {
  word: '登记',
  place: { to: 'intake' },
  roots: ['/intake'],
  Icon: ClipboardPen,
}
const cases: NavigationItem = {
  word: '案件',
  place: { to: 'cases' },
  roots: [
    '/cases',
    '/sessions',
    '/agreements',
    '/read-back',
    '/papers',
    '/sheets',
    '/loans',
    '/handover',
  ],
  Icon: FolderOpen,
}
const forms: NavigationItem = {
  word: '文书',
  place: { to: 'forms' },
  roots: ['/forms', '/print-queue'],
  Icon: Files,
}
const calendar: NavigationItem = {
  word: '日历',
  place: { to: 'calendar' },
  roots: ['/calendar'],
  Icon: CalendarRange,
}
const calculators: NavigationItem = {
  word: '计算',
  place: { to: 'calculators' },
  roots: ['/calculators', '/calculations'],
  Icon: Calculator,
}
const reviews: NavigationItem = {
  word: '审批',
  place: { to: 'reviews' },
  roots: ['/reviews'],
  Icon: Stamp,
}
const rota: NavigationItem = {
  word: '值班',
  place: { to: 'rotas' },
  roots: ['/rota', '/rota-requests', '/duty-day', '/duty-hours', '/rota-papers', '/my-shifts'],
  Icon: UsersRound,
}
const dutyDay: NavigationItem = { ...rota, place: { to: 'dutyDay' } }
const myShifts: NavigationItem = {
  ...rota,
  // Also the first page.
  roots: ['/', '/my-shifts'],
  word: '我的班次',
  place: { to: 'myShifts' },
}
const consultations: NavigationItem = {
  word: '咨询',
  place: { to: 'consultations' },
  roots: ['/consultations'],
  Icon: MessagesSquare,
}
const settings: NavigationItem = {
  word: '设置',
  place: { to: 'settings' },
  roots: ['/settings'],
  Icon: Settings,
}

const items = {
  receptionist: [today, intake, cases, rota, consultations, calendar, calculators, forms, settings],
  mediator: [today, intake, cases, dutyDay, consultations, calendar, calculators, forms, settings],
  head: [
    today,
    intake,
    cases,
    reviews,
    rota,
    consultations,
    calendar,
    calculators,
    forms,
    settings,
  ],
  lawyer: [myShifts, consultations, calculators, forms, settings],
  administrator: [settings],
} satisfies Record<Role, NavigationItem[]>

export const navigationOf = (role: Role): readonly NavigationItem[] => items[role]

/** A paper of the lawyers' desk says in its address which one it is: F26 belongs to 咨询. */
const isOfConsultation = (path: string): boolean => /consultation/u.test(path)

export const isCurrent = (item: NavigationItem, path: string): boolean =>
  path.startsWith('/rota-papers/') && isOfConsultation(path)
    ? item.roots.includes('/consultations')
    : item.roots.length === 0
      ? path === '/' || path === ''
      : item.roots.some((root) => path === root || path.startsWith(`${root}/`))
