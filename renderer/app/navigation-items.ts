import {
  Calculator,
  CalendarDays,
  CalendarRange,
  ClipboardPen,
  Files,
  FolderOpen,
  Settings,
  Stamp,
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
const settings: NavigationItem = {
  word: '设置',
  place: { to: 'settings' },
  roots: ['/settings'],
  Icon: Settings,
}

const items = {
  receptionist: [today, intake, cases, calendar, calculators, forms, settings],
  mediator: [today, intake, cases, calendar, calculators, forms, settings],
  head: [today, intake, cases, reviews, calendar, calculators, forms, settings],
  lawyer: [today, calculators, forms, settings],
  administrator: [settings],
} satisfies Record<Role, NavigationItem[]>

export const navigationOf = (role: Role): readonly NavigationItem[] => items[role]

export const isCurrent = (item: NavigationItem, path: string): boolean =>
  item.roots.length === 0
    ? path === '/' || path === ''
    : item.roots.some((root) => path === root || path.startsWith(`${root}/`))
