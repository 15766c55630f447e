import { describe, expect, it } from 'vitest'
import { paperText } from '#documents/paper-text.ts'
import { undisputedFactsPaper } from '#documents/undisputed-facts.ts'
import { sampleFacts } from './samples.ts'

const text = (changes: Partial<typeof sampleFacts> = {}): string =>
  paperText(undisputedFactsPaper({ ...sampleFacts, ...changes }))

describe('undisputedFactsPaper', () => {
  it('sets what all confirmed apart from what somebody disputes or has not answered', () => {
    expect(text()).toContain(
      [
        '各方均已确认的事实',
        '1．申请人月工资4,800元。',
        '申请人 张三 确认（2026年11月22日 10:00）；被申请人 云溪镇晨光童装有限公司 确认（2026年11月22日 10:01）',
        '尚未由各方全部确认，不作为无争议事实',
        '1．10月出勤12天。',
        '申请人 张三 确认（2026年11月22日 10:02）；被申请人 云溪镇晨光童装有限公司 有异议（2026年11月22日 10:03）',
        '2．11月20日离职。',
        '没有办理交接。',
        '申请人 张三 尚未表示；被申请人 云溪镇晨光童装有限公司 尚未表示',
      ].join('\n'),
    )
  })

  it('asks every party and the mediator to sign, and keeps concessions out', () => {
    const end = text().slice(text().indexOf('为达成调解协议'))
    for (const words of ['不记入本表', '申请人：张三', '晨光童装有限公司', '人民调解员 赵六'])
      expect(end).toContain(words)
  })

  it('names no heading without a fact under it', () => {
    const confirmed = sampleFacts.facts.slice(0, 1)
    expect(text({ facts: confirmed })).not.toContain('尚未由各方')
    expect(text({ facts: [] })).toContain('尚未记载无争议事实。')
    expect(text({ facts: [] })).not.toContain('均已确认')
  })

  it('keeps a fact of any length whole', () => {
    const long = '经过'.repeat(2000)
    expect(text({ facts: [{ text: long, answers: [] }] })).toContain(long)
  })
})
