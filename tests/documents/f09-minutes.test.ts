import { describe, expect, it } from 'vitest'
import { minutesPaper } from '#documents/f09-minutes.ts'
import { paperText } from '#documents/paper-text.ts'
import { minutesWith, sampleMinutes } from './samples.ts'

const text = (changes: Partial<typeof sampleMinutes>): string =>
  paperText(minutesPaper({ ...sampleMinutes, ...changes }))

describe('minutesPaper', () => {
  it('heads the record in the order of the form', () => {
    expect(text({})).toContain(
      [
        '时间\t2026年11月22日 09:30至11:15',
        '地点\t调解室一（不公开）',
        '事由\t张三与晨光童装劳动报酬纠纷',
        '参加人\t周八（镇工会）',
        '当事人\t申请人 张三，被申请人 云溪镇晨光童装有限公司',
        '调解员\t赵六\t记录人\t孙七',
      ].join('\n'),
    )
  })

  it('says who came for a party and as what', () => {
    const [worker, firm] = sampleMinutes.parties
    const comers = [
      { name: worker?.name ?? '', note: '', partyId: worker?.id },
      { name: firm?.legalRepName ?? '', note: '', partyId: firm?.id },
    ]
    expect(text({ comers })).toContain(
      `被申请人 云溪镇晨光童装有限公司（到场：法定代表人 ${firm?.legalRepName}）`,
    )
  })

  it('names both days of a session over midnight', () => {
    expect(text({ endedAt: '2026-11-22T16:05:00.000Z' })).toContain(
      '2026年11月22日 09:30至2026年11月23日 00:05',
    )
  })

  it('leaves the end open while the session runs', () => {
    expect(text({ endedAt: undefined })).toContain('2026年11月22日 09:30起')
  })

  it('says that rights were told only when they were, and when', () => {
    expect(text({})).toContain('调解员已于2026年11月22日 09:32向当事人说明')
    expect(text({ rightsToldAt: undefined })).not.toContain('向当事人说明')
  })

  it('keeps every entry in its order behind its speaker', () => {
    const entries = Array.from({ length: 120 }, (_, index) => ({
      speaker: index % 2 === 0 ? '张三' : '赵六',
      text: `第${index}句`,
    }))
    const lines = text({ entries }).split('\n')
    expect(lines.filter((line) => /^(?:张三|赵六)：/u.test(line))).toEqual(
      entries.map((entry) => `${entry.speaker}：${entry.text}`),
    )
  })

  it('starts a new paragraph at every line break of an entry', () => {
    expect(text({ entries: [{ speaker: '张三', text: '第一句\n\n第二句\r\n第三句' }] })).toContain(
      '张三：第一句\n第二句\n第三句\n',
    )
  })

  it('prints a break in its place, with its hours, and one that nobody came back from', () => {
    const entries = [
      { speaker: '张三', text: '我要想一想。' },
      { pausedAt: '2026-11-22T01:40:00.000Z', resumedAt: '2026-11-22T02:05:00.000Z' },
      { speaker: '赵六', text: '请继续说。' },
      { pausedAt: '2026-11-22T17:00:00.000Z' },
    ]
    expect(text({ entries })).toContain(
      [
        '张三：我要想一想。',
        '（09:40 休会，10:05 继续）',
        '赵六：请继续说。',
        '（2026年11月23日 01:00 休会）',
      ].join('\n'),
    )
  })

  it('says that concessions were left out only when they were', () => {
    const words = '依照有关规定，各方为达成协议所作的让步不记入本笔录。'
    expect(text({ concessionsLeftOut: true })).toContain(words)
    expect(text({})).not.toContain('让步')
  })

  it('tells the remedies when there is no agreement', () => {
    expect(text({ result: 'notAgreed' })).toContain(
      '已告知当事人可以依法通过仲裁、行政、司法等途径维护自己的权利',
    )
    expect(text({ result: 'agreed' })).toContain('自愿达成调解协议')
    expect(text({ result: 'adjourned' })).toContain('另定时间继续调解')
  })

  it('ends with reading back and everybody who signs', () => {
    const end = text({}).slice(text({}).indexOf('调解结果'))
    for (const words of [
      '与所述相符',
      '申请人：张三',
      '参加人 周八',
      '人民调解员 赵六',
      '记录人 孙七',
    ]) {
      expect(end).toContain(words)
    }
  })

  it('leaves a line on every page for the signature of that page', () => {
    expect(minutesWith(3).footNote).toMatch(/^当事人在本页签名：＿{8,}$/u)
  })
})
