import { describe, expect, it } from 'vitest'
import type { BoardLine } from '#contract/clocks.ts'
import { localDate } from '#db/domain/local-date.ts'
import type { Role } from '#db/domain/roles.ts'
import {
  groupsFor,
  groupTitle,
  lineDay,
  lineLook,
  missingYearsWords,
  placeOf,
} from '../../renderer/features/clocks/board-lines.ts'

const today = localDate('2026-11-23')
const line = (more: Partial<BoardLine> = {}): BoardLine => ({
  key: more.caseNumber ?? 'k',
  group: 'soon',
  kind: 'deadline',
  caseId: 'c',
  caseNumber: 'MT-2026-1',
  title: '周某与某公司',
  parties: '',
  what: '调解期限届满',
  dueOn: localDate('2026-11-25'),
  ...more,
})

const grouped = (role: Role, lines: BoardLine[]) => {
  const totals = { overdue: 0, today: 0, soon: 0, waiting: 0, noNextStep: 0 }
  for (const { group } of lines) totals[group] += 1
  return groupsFor(role, lines, totals)
}

describe('groupsFor', () => {
  it('puts what is overdue first and leaves empty groups out', () => {
    const lines = [line(), line({ group: 'waiting' }), line({ group: 'overdue' })]
    expect(grouped('mediator', lines).map(({ group }) => group)).toEqual([
      'overdue',
      'soon',
      'waiting',
    ])
  })
  it('shows the head what nobody looks after before what waits outside', () => {
    const lines = [line({ group: 'waiting' }), line({ group: 'noNextStep', kind: 'noNextStep' })]
    expect(grouped('head', lines).map(({ group }) => group)).toEqual(['noNextStep', 'waiting'])
    expect(grouped('mediator', lines).map(({ group }) => group)).toEqual(['waiting', 'noNextStep'])
  })
  it('sorts by day, then by case number, those without a day last', () => {
    const lines = [
      line({ caseNumber: '4', dueOn: undefined }),
      line({ caseNumber: '3' }),
      line({ caseNumber: '2' }),
      line({ caseNumber: '1', dueOn: localDate('2026-11-24') }),
    ]
    expect(grouped('mediator', lines)[0]?.lines.map(({ caseNumber }) => caseNumber)).toEqual([
      '1',
      '2',
      '3',
      '4',
    ])
  })
  it('leaves the head’s approvals to their own block, and shows them to the mediator who waits', () => {
    const lines = [line({ kind: 'approval', group: 'waiting', by: 'head' })]
    expect(grouped('head', lines)).toEqual([])
    expect(grouped('mediator', lines)).toHaveLength(1)
  })
  it('counts what was too much to be sent, without what stands in a block of its own', () => {
    const lines = [line({ group: 'today' }), line({ group: 'today', kind: 'approval', by: 'head' })]
    const totals = { overdue: 0, today: 252, soon: 0, waiting: 0, noNextStep: 0 }
    expect(groupsFor('head', lines, totals)).toMatchObject([{ group: 'today', count: 251 }])
  })
  it('shows nothing to roles without cases', () => {
    expect(grouped('lawyer', [line()])).toEqual([])
    expect(grouped('administrator', [line()])).toEqual([])
  })
})

describe('groupTitle', () => {
  it('is a sentence with the number', () => {
    expect(groupTitle('overdue', 2)).toBe('2 项已经过期')
    expect(groupTitle('noNextStep', 1)).toBe('1 件不知道下一步')
  })
})

describe('lineLook', () => {
  it('tells the urgency by word and symbol, not by colour alone', () => {
    expect(lineLook(line({ group: 'overdue', dueOn: localDate('2026-11-21') }), today)).toEqual({
      word: '已超 2 天',
      tone: 'late',
    })
    expect(lineLook(line({ group: 'today', dueOn: today }), today)).toEqual({
      word: '今天到期',
      tone: 'waiting',
    })
    expect(lineLook(line({ dueOn: localDate('2026-11-30') }), today)).toEqual({
      word: '剩 7 天',
      tone: 'plain',
    })
  })
  it('calls nothing late whose last day is still to come, and counts lateness from that day', () => {
    const days = { dueOn: localDate('2026-11-20'), lastOn: localDate('2026-11-24') }
    expect(lineLook(line({ group: 'today', ...days }), today)).toEqual({
      word: '今天就办',
      tone: 'waiting',
    })
    const over = { dueOn: localDate('2026-11-20'), lastOn: localDate('2026-11-22') }
    expect(lineLook(line({ group: 'overdue', ...over }), today).word).toBe('已超 1 天')
    expect(lineDay(line({ group: 'overdue', ...over }), today)).toBe('最后一日 11月22日 周日')
  })
  it('names whom we wait for', () => {
    expect(lineLook(line({ group: 'waiting', waitingFor: '某区法院' }), today)).toEqual({
      word: '等某区法院',
      tone: 'going',
    })
  })
  it('says that there is no next step', () => {
    expect(lineLook(line({ group: 'noNextStep', dueOn: undefined }), today).word).toBe('没有下一步')
  })
})

describe('lineDay', () => {
  it('goes by the earlier day and tells the later one of the law beside it', () => {
    expect(lineDay(line({ rolled: localDate('2026-11-30') }), today)).toBe(
      '11月25日 周三前（法定最迟 11月30日 周一，请按早的办）',
    )
  })
  it('tells the last day itself when work is to be done before it', () => {
    const days = { dueOn: localDate('2026-12-04'), lastOn: localDate('2026-12-05') }
    expect(lineDay(line(days), today)).toBe('12月4日 周五前（最后一日 12月5日 周六）')
  })
  it('tells one day when the law rolls nothing, with the year when it is another', () => {
    expect(lineDay(line({ rolled: localDate('2026-11-25') }), today)).toBe('11月25日 周三前')
    expect(lineDay(line({ dueOn: localDate('2027-01-04') }), today)).toBe('2027年1月4日 周一前')
  })
  it('tells only the last day once its reminder is past', () => {
    const days = { dueOn: localDate('2026-11-20'), lastOn: localDate('2026-11-24') }
    expect(lineDay(line({ group: 'today', ...days }), today)).toBe('最后一日 11月24日 周二')
    expect(lineDay(line({ group: 'today', ...days, rolled: localDate('2026-11-25') }), today)).toBe(
      '最后一日 11月24日 周二（法定最迟 11月25日 周三）',
    )
  })
  it('says nothing without a day', () => {
    expect(lineDay(line({ dueOn: undefined }), today)).toBeUndefined()
  })
})

describe('placeOf', () => {
  it('leads each line to the screen where it is done', () => {
    const places = (
      [
        [{ ruleId: 'C2' }, { to: 'case', caseId: 'c' }],
        [{ ruleId: 'E1' }, { to: 'strengthening', caseId: 'c' }],
        [{ ruleId: 'F1' }, { to: 'strengthening', caseId: 'c' }],
        [{ ruleId: 'F14' }, { to: 'clocks', caseId: 'c' }],
        [
          { kind: 'limitation', ruleId: 'G1' },
          { to: 'clocks', caseId: 'c' },
        ],
        [{ kind: 'obligation' }, { to: 'performance', caseId: 'c' }],
        [{ kind: 'promise' }, { to: 'performance', caseId: 'c' }],
        [{ kind: 'visit' }, { to: 'visits', caseId: 'c' }],
        [{ kind: 'application' }, { to: 'strengthening', caseId: 'c' }],
        [{ kind: 'loan' }, { to: 'loans' }],
        [{ kind: 'noNextStep' }, { to: 'case', caseId: 'c' }],
        [
          { kind: 'approval', objectId: 'a' },
          { to: 'agreement', agreementId: 'a' },
        ],
      ] as const
    ).map(([more, place]) => [placeOf(line(more), 'mediator'), place])
    for (const [found, wanted] of places) expect(found).toEqual(wanted)
  })
  it('leads the head to the approvals and the window to the registration', () => {
    expect(placeOf(line({ kind: 'approval', by: 'head', objectId: 'a' }), 'head')).toEqual({
      to: 'reviews',
    })
    expect(placeOf(line({ ruleId: 'E1' }), 'receptionist')).toEqual({ to: 'case', caseId: 'c' })
  })
})

describe('missingYearsWords', () => {
  it('names the years whose days off nobody entered', () => {
    expect(missingYearsWords([2027, 2028])).toContain('2027 年、2028 年的放假安排还没有录入')
    expect(missingYearsWords([])).toBeUndefined()
  })
})
