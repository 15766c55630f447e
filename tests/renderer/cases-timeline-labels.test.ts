import { describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import { urgencyOf } from '../../renderer/lib/labels/cases.ts'
import { timelineWords } from '../../renderer/lib/labels/timeline.ts'

describe('timelineWords', () => {
  it.each([
    ['assign', { mediatorName: '吴调解' }, { title: '分派给 吴调解' }],
    ['suspend', { reason: '等鉴定' }, { title: '中止调解', text: '等鉴定' }],
    ['recordSession', { ordinal: 2, result: 'agreed' }, { title: '第 2 次谈话结束，达成一致' }],
    ['terminate', { terminationReason: 'gapTooWide' }, { title: '终止调解：双方分歧较大' }],
    ['phone', { text: '约好周五' }, { title: '电话', text: '约好周五' }],
    [
      'attachmentAdded',
      { attachmentKind: 'evidence', name: '工资条.jpg' },
      { title: '添加证据材料', text: '工资条.jpg' },
    ],
    [
      'paperOutput',
      { form: 'f10', channel: 'printer', copies: 3 },
      { title: '打印调解协议书 3 份' },
    ],
    [
      'paperOutput',
      { form: 'f10', channel: 'docx', copies: 1 },
      { title: '把调解协议书存成 Word 文件' },
    ],
    [
      'reachAgreement',
      { fileNumber: '（2026）某调字第1号' },
      { title: '协议审批通过，达成一致 （2026）某调字第1号' },
    ],
  ])('tells %s %j', (kind, details, words) => {
    expect(timelineWords({ kind, details })).toMatchObject(words)
  })
  it('tells the kind alone to a reader who gets no details', () => {
    expect(timelineWords({ kind: 'sessionStarted', details: {} })).toEqual({
      title: '谈话开始',
      text: undefined,
    })
  })
  it('keeps what a later version has written', () => {
    expect(timelineWords({ kind: 'toString', details: { text: '字' } })).toEqual({
      title: '其他事项',
      text: '字',
    })
  })
})

describe('urgencyOf', () => {
  const today = localDate('2026-11-22')
  it.each([
    ['2026-11-21', 'late'],
    ['2026-11-22', 'soon'],
    ['2026-11-25', 'soon'],
    ['2026-11-26', 'calm'],
  ] as const)('%s is %s', (due, urgency) => {
    expect(urgencyOf(today, localDate(due))).toBe(urgency)
  })
})
