import type { CaseSummary } from '#contract/cases.ts'
import type { Role } from '#db/domain/roles.ts'
import type { OutputOf } from '../../lib/ask.ts'

export type Board = OutputOf<'cases.today'>
export type BlockKey =
  | 'openSessions'
  | 'toReview'
  | 'toAssign'
  | 'toTake'
  | 'toSign'
  | 'inHand'
  | 'drafts'

/** @policy W1: the same blocks for everybody, in the order of one's own work. */
const orders: Readonly<Record<Role, readonly BlockKey[]>> = {
  receptionist: ['drafts', 'toAssign', 'inHand'],
  mediator: ['openSessions', 'toTake', 'toSign', 'inHand', 'drafts', 'toAssign'],
  head: ['toReview', 'toAssign', 'openSessions', 'toSign', 'toTake', 'inHand', 'drafts'],
  lawyer: [],
  administrator: [],
}

const lists = ['toAssign', 'toTake', 'toSign', 'inHand'] as const
type ListKey = (typeof lists)[number]

export const isListKey = (key: BlockKey): key is ListKey => lists.some((one) => one === key)

/** A case in hand that already stands in a more urgent block is not shown twice; those that run out of time come first. */
export const casesOf = (board: Board, key: ListKey): readonly CaseSummary[] => {
  if (key !== 'inHand') return board[key]
  const elsewhere = new Set([...board.toTake, ...board.toSign].map(({ id }) => id))
  const soon = new Set(board.dueSoon.map(({ id }) => id))
  const left = board[key].filter(({ id }) => !elsewhere.has(id))
  return [...left.filter(({ id }) => soon.has(id)), ...left.filter(({ id }) => !soon.has(id))]
}

const countOf = (board: Board, draftCount: number, key: BlockKey): number => {
  if (key === 'drafts') return draftCount
  if (key === 'toReview') return board.toReview
  return key === 'openSessions' ? board.openSessions.length : casesOf(board, key).length
}

/** The blocks that hold something, in the order of this role. */
export const blocksFor = (role: Role, board: Board, draftCount: number): readonly BlockKey[] =>
  orders[role].filter((key) => countOf(board, draftCount, key) > 0)

/** Headings are sentences. */
export const blockTitle = (key: BlockKey, count: number, role: Role): string => {
  switch (key) {
    case 'openSessions':
      return `${count} 场谈话还没有结束`
    case 'toReview':
      return `${count} 份协议等您审批`
    case 'toAssign':
      return `${count} 件等着受理或分派`
    case 'toTake':
      return role === 'mediator' ? `${count} 件分派给您，等您接收` : `${count} 件等调解员接收`
    case 'toSign':
      return `${count} 份协议等着签署`
    case 'inHand':
      return role === 'mediator' ? `手上还有 ${count} 件在办` : `${count} 件正在调解`
    case 'drafts':
      return `${count} 件登记没有做完`
  }
}

export const blockCount = countOf

type Begun = Pick<CaseSummary, 'nextStep' | 'mediatorId'>

/** Its own mediator may sit down and begin. */
export const mayBegin = ({ nextStep, mediatorId }: Begun, userId: string): boolean =>
  nextStep.code === 'holdSession' && mediatorId === userId

/** What Ctrl+Enter leads to: the talk that goes on, else the first that is due, by its id. */
export const talkAhead = (board: Board, userId: string): string | undefined =>
  board.openSessions[0]?.sessionId ??
  casesOf(board, 'inHand').find((one) => mayBegin(one, userId))?.id
