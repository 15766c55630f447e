import { describe, expect, it } from 'vitest'
import type { RotaPaper } from '#contract/rota-papers.ts'
import { localDate } from '#db/domain/local-date.ts'
import { hrefOf } from '../../renderer/lib/navigation.ts'
import { isCurrent, navigationOf } from '../../renderer/app/navigation-items.ts'

describe('hrefOf', () => {
  it('gives each place its own address', () => {
    expect([
      hrefOf({ to: 'today' }),
      hrefOf({ to: 'intake' }),
      hrefOf({ to: 'intake', draftId: 'd1' }),
      hrefOf({ to: 'cases' }),
      hrefOf({ to: 'case', caseId: 'c1' }),
      hrefOf({ to: 'offers', caseId: 'c1' }),
      hrefOf({ to: 'startSession', caseId: 'c1' }),
      hrefOf({ to: 'session', sessionId: 's1' }),
      hrefOf({ to: 'agreement', agreementId: 'a1' }),
      hrefOf({ to: 'agreementVersions', caseId: 'c1' }),
      hrefOf({ to: 'signing', agreementId: 'a1' }),
      hrefOf({ to: 'reviews' }),
      hrefOf({ to: 'paper', form: 'f10', objectId: 'a1' }),
      hrefOf({ to: 'paper', form: 'f10', objectId: 'a1', copies: 3 }),
      hrefOf({ to: 'settings' }),
      hrefOf({ to: 'settings', section: 'users' }),
    ]).toEqual([
      '/',
      '/intake',
      '/intake/d1',
      '/cases',
      '/cases/c1',
      '/cases/c1/offers',
      '/cases/c1/start-session',
      '/sessions/s1',
      '/agreements/a1',
      '/cases/c1/agreement-versions',
      '/agreements/a1/signing',
      '/reviews',
      '/papers/f10/a1',
      '/papers/f10/a1?copies=3',
      '/settings',
      '/settings/users',
    ])
  })

  it('keeps an odd id inside its part of the address', () => {
    expect(hrefOf({ to: 'case', caseId: 'a/b?c' })).toBe('/cases/a%2Fb%3Fc')
  })
})

describe('navigationOf', () => {
  const words = (role: Parameters<typeof navigationOf>[0]) =>
    navigationOf(role).map(({ word }) => word)

  it('shows each role only what it may do', () => {
    expect({
      receptionist: words('receptionist'),
      mediator: words('mediator'),
      head: words('head'),
      lawyer: words('lawyer'),
      administrator: words('administrator'),
    }).toEqual({
      receptionist: ['今日', '登记', '案件', '值班', '咨询', '日历', '计算', '文书', '设置'],
      mediator: ['今日', '登记', '案件', '值班', '咨询', '日历', '计算', '文书', '设置'],
      head: ['今日', '登记', '案件', '审批', '值班', '咨询', '日历', '计算', '文书', '设置'],
      lawyer: ['我的班次', '咨询', '计算', '文书', '设置'],
      administrator: ['设置'],
    })
  })
})

describe('isCurrent', () => {
  const currentAt = (path: string) =>
    navigationOf('head')
      .filter((item) => isCurrent(item, path))
      .map(({ word }) => word)

  it('marks exactly one item on every page of a case', () => {
    for (const path of [
      '/cases',
      '/cases/1',
      '/sessions/1',
      '/agreements/1/signing',
      '/papers/f10/1',
      '/sheets/f13/1',
      '/loans',
    ])
      expect(currentAt(path)).toEqual(['案件'])
  })

  it('marks 今日 on the first page only', () => {
    expect([
      currentAt('/'),
      currentAt('/intake'),
      currentAt('/settings/users'),
      currentAt('/reviews'),
      currentAt('/forms/f13'),
      currentAt('/print-queue'),
    ]).toEqual([['今日'], ['登记'], ['设置'], ['审批'], ['文书'], ['文书']])
  })

  it('marks 咨询 on the paper of a consultation and 值班 on the other papers of the desk', () => {
    const paper = (of: RotaPaper) => hrefOf({ to: 'rotaPaper', of })
    const from = localDate('2026-11-23')
    expect([
      currentAt(paper({ paper: 'consultation', id: '1' })),
      currentAt(decodeURIComponent(paper({ paper: 'consultation', id: '1' }))),
      currentAt(paper({ paper: 'rota', from, to: from })),
      currentAt('/consultations/1'),
    ]).toEqual([['咨询'], ['咨询'], ['值班'], ['咨询']])
  })

  it('marks 值班 on the pages of the rota, and 我的班次 on the first page of a lawyer too', () => {
    for (const path of ['/rota', '/rota/1', '/rota-requests', '/duty-day', '/duty-hours'])
      expect(currentAt(path)).toEqual(['值班'])
    const ofLawyer = (path: string) =>
      navigationOf('lawyer')
        .filter((item) => isCurrent(item, path))
        .map(({ word }) => word)
    expect([ofLawyer('/'), ofLawyer('/my-shifts'), ofLawyer('/consultations')]).toEqual([
      ['我的班次'],
      ['我的班次'],
      ['咨询'],
    ])
  })
})
