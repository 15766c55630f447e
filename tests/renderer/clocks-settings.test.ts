import { describe, expect, it } from 'vitest'
import { findRules } from '../../renderer/features/clocks/find-rules.ts'
import {
  draftOf,
  settingsFaults,
  settingsOf,
} from '../../renderer/features/clocks/settings-form.ts'

const settings = { region: '330502', wageTier: '2', soonDays: 7, warnBelowPercent: 60 }

describe('settingsOf', () => {
  it('gives back what was stored, of a listed region and of any other', () => {
    expect(settingsOf(draftOf(settings))).toEqual(settings)
    expect(settingsOf(draftOf({ ...settings, region: 'CN' }))).toEqual({
      ...settings,
      region: 'CN',
    })
    expect(draftOf({ ...settings, region: '330200' }).region).toBe('330200')
  })
  it('reads full-width digits', () => {
    expect(settingsOf({ ...draftOf(settings), soonDays: '１０' })?.soonDays).toBe(10)
  })
  it('is nothing while something is wrong, and says what beside its field', () => {
    const wrong = { ...draftOf(settings), code: '3305', soonDays: '0', warnBelowPercent: '120' }
    expect(settingsOf(wrong)).toBeUndefined()
    expect(Object.keys(settingsFaults(wrong))).toEqual(['code', 'soonDays', 'warnBelowPercent'])
  })
})

describe('findRules', () => {
  const rule = {
    name: '共同申请司法确认',
    topicName: '司法确认',
    eventName: '调解协议生效之日',
    source: '《民事诉讼法》第二百零五条',
    ruleId: 'E1',
    length: '30日',
  }
  const other = {
    ...rule,
    name: '工伤认定',
    topicName: '工伤',
    ruleId: 'F14',
    source: '《工伤保险条例》',
  }
  it('finds by every word, wherever it stands, in full or half width', () => {
    expect(findRules([rule, other], '司法 民事诉讼法')).toEqual([rule])
    expect(findRules([rule, other], 'ｆ１４')).toEqual([other])
    expect(findRules([rule, other], '司法 工伤')).toEqual([])
  })
  it('shows all without words', () => {
    expect(findRules([rule, other], ' ')).toHaveLength(2)
  })
})
