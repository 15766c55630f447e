import { describe, expect, it } from 'vitest'
import type { Printer, PrintJob } from '#contract/printing.ts'
import { printTroubles } from '#ipc/host.ts'
import { printTroubleWords } from '../../renderer/lib/labels/print-trouble.ts'
import {
  deskPrinterWords,
  fontWords,
  jobLook,
  jobTroubleWords,
  jobWords,
  paperCountWords,
  printerLook,
  printerOption,
} from '../../renderer/lib/labels/printing.ts'

const printer: Printer = { name: 'hp', label: 'HP 二楼', isDefault: true, state: 'ready' }
const job = (more: Partial<PrintJob>): PrintJob => ({
  id: '1',
  title: '人民调解协议书',
  form: 'f10',
  copies: 3,
  pages: 2,
  printer: 'hp',
  sides: 'long',
  state: 'waiting',
  tries: 1,
  askedByName: '吴美兰',
  askedAt: '2026-11-22T01:00:00.000Z',
  mayChange: true,
  ...more,
})

describe('printTroubleWords', () => {
  it('has own words for every trouble that a printer can have', () => {
    const all = printTroubles.map((code) => printTroubleWords(code).what)
    expect(new Set(all).size).toBe(printTroubles.length)
    for (const code of printTroubles) expect(printTroubleWords(code).mend).toMatch(/。$/u)
  })
})

describe('printerLook', () => {
  it('says what keeps a printer before what it is doing', () => {
    expect(printerLook(printer)).toEqual({ word: '正常', tone: 'done' })
    expect(printerLook({ ...printer, trouble: 'paperOut' })).toEqual({
      word: '没有纸了',
      tone: 'late',
    })
    expect(printerOption({ ...printer, trouble: 'jam' }).label).toBe('HP 二楼（卡纸了）')
  })
})

describe('paperCountWords', () => {
  it('counts pages, sheets of a copy and sheets of all', () => {
    expect(paperCountWords(2, 'long', 1)).toBe('每份 2 页，用 1 张纸')
    expect(paperCountWords(3, 'long', 4)).toBe('每份 3 页，用 2 张纸；4 份共 8 张纸')
    expect(paperCountWords(3, 'one', 2)).toBe('每份 3 页，用 3 张纸；2 份共 6 张纸')
  })
})

describe('jobWords', () => {
  it('says that it went to the printer, of a job that is there and of one that came out', () => {
    for (const state of ['sent', 'printed'] as const)
      expect(jobWords(job({ state }), 'HP 二楼', 0)).toMatchObject({
        tone: 'done',
        title: '已送到打印机，3 份',
      })
  })

  it('speaks of more copies of papers only, not of the test page', () => {
    const text = (form: string) => jobWords(job({ state: 'printed', form }), 'HP 二楼', 0).text
    expect(text('f10')).toContain('改份数再打')
    expect(text('testPage')).toBe('「HP 二楼」收下了。请看纸张出齐了没有。')
  })

  it('counts what comes before a waiting job', () => {
    expect(jobWords(job({}), 'HP 二楼', 2).text).toContain('前面还有 2 件')
  })

  it('names printer, reason and remedy of what failed, and that nothing is lost', () => {
    const words = jobWords(job({ state: 'failed', trouble: 'paperOut' }), 'HP 二楼', 0)
    expect(words.tone).toBe('danger')
    expect(words.title).toBe('没有打印出来：「HP 二楼」没有纸了')
    expect(words.text).toMatch(/装上 A4 纸.*没有丢/u)
  })

  it('claims nothing of what may lie printed in the tray', () => {
    const words = jobWords(job({ state: 'failed', trouble: 'unsure' }), 'HP 二楼', 0)
    expect(words.title).toBe('不知道打出来没有')
    expect(words.text).toContain('请先看打印机上有没有')
  })

  it('says of a job on its way that it stands still', () => {
    const words = jobWords(job({ state: 'sent', trouble: 'jam' }), 'HP 二楼', 0)
    expect(words).toMatchObject({ tone: 'warning', title: '打印停住了：「HP 二楼」卡纸了' })
  })
})

describe('jobLook', () => {
  it('claims no failure of what may have come out', () => {
    expect(jobLook(job({ state: 'failed', trouble: 'unsure' })).word).toBe('不知道打出来没有')
    expect(jobLook(job({ state: 'failed', trouble: 'jam' })).word).toBe('没有打印出来')
    expect(jobLook(job({ state: 'waiting' })).word).toBe('等着打印')
  })
})

describe('jobTroubleWords', () => {
  it('is silent of what is over', () => {
    expect(jobTroubleWords(job({ state: 'failed', trouble: 'jam' }))).toContain('卡纸')
    expect(jobTroubleWords(job({ state: 'printed', trouble: 'jam' }))).toBeUndefined()
    expect(jobTroubleWords(job({ state: 'waiting' }))).toBeUndefined()
  })
})

describe('deskPrinterWords', () => {
  it('says 正常, the trouble, or that there is no printer', () => {
    expect(deskPrinterWords(printer, 0).words).toBe('打印机正常')
    expect(deskPrinterWords({ ...printer, trouble: 'paperOut' }, 0)).toEqual({
      tone: 'late',
      words: '打印机没有纸了',
    })
    expect(deskPrinterWords(undefined, 0).words).toBe('没有打印机')
  })

  it('says instead of 正常 what did not come out, and adds it to a trouble', () => {
    expect(deskPrinterWords(printer, 2)).toEqual({ tone: 'late', words: '2 件没打出来' })
    expect(deskPrinterWords({ ...printer, trouble: 'jam' }, 1).words).toBe(
      '打印机卡纸了，1 件没打出来',
    )
  })
})

describe('fontWords', () => {
  it('names the wished family only where it is missing', () => {
    const use = { use: 'body', family: '仿宋', wished: '仿宋_GB2312' } as const
    expect(fontWords({ ...use, installed: false })).toBe(
      '正文要用“仿宋_GB2312”，这台电脑没有，改用“仿宋”',
    )
    expect(fontWords({ ...use, installed: true })).toBe('正文用“仿宋”')
  })
})
