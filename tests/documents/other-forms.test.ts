import { describe, expect, it } from 'vitest'
import { registerPaper } from '#documents/f03-register.ts'
import { noticePaper } from '#documents/f04-notice-of-rights.ts'
import { parseNoticeText } from '#documents/notice-text.ts'
import { markText, paperText } from '#documents/paper-text.ts'
import { receiptPaper } from '#documents/receipt.ts'
import { recoveryKeySheet } from '#documents/recovery-key-sheet.ts'
import {
  everyForm,
  noticeText,
  sampleContext,
  sampleNotice,
  sampleReceipt,
  sampleRecoverySheet,
  sampleRegister,
} from './samples.ts'

describe('registerPaper', () => {
  it('follows the order of the form', () => {
    const text = paperText(registerPaper(sampleRegister))
    const parts = ['依当事人申请，经当事人同意', '纠纷类型', '案件来源', '纠纷简要情况', '申请事项']
    const found = [...parts, '备注：此表由人民调解委员会填写', '登记人 周八（签名）'].map((part) =>
      text.indexOf(part),
    )
    expect(found).not.toContain(-1)
    expect(found).toEqual(found.toSorted((a, b) => a - b))
  })

  it('says when the committee acted of its own motion', () => {
    expect(paperText(registerPaper({ ...sampleRegister, ownMotion: true }))).toContain(
      '本人民调解委员会主动调解，经当事人同意，调解张三、云溪镇晨光童装有限公司之间的纠纷',
    )
  })

  it('gives a long narrative a section of its own, whole', () => {
    const narrative = '经过'.repeat(2000)
    expect(paperText(registerPaper({ ...sampleRegister, narrative }))).toContain(narrative)
  })
})

describe('noticePaper', () => {
  it('prints all that was checked and nothing that was not', () => {
    const text = paperText(noticePaper(sampleNotice))
    const items = noticeText.sections.flatMap((section) => section.items)
    expect(items.some((item) => !item.verified)).toBe(true)
    for (const item of items) expect(text.includes(item.text), item.id).toBe(item.verified)
  })

  it('holds the rights and duties of articles 23 and 24', () => {
    const text = paperText(noticePaper(sampleNotice))
    for (const words of [
      '选择或者接受人民调解员',
      '接受调解、拒绝调解或者要求终止调解',
      '要求调解公开进行或者不公开进行',
      '自主表达意愿、自愿达成调解协议',
      '如实陈述纠纷事实',
      '遵守调解现场秩序，尊重人民调解员',
      '尊重对方当事人行使权利',
    ]) {
      expect(text).toContain(words)
    }
  })
})

describe('parseNoticeText', () => {
  it('refuses a sentence without a source', () => {
    const [section] = noticeText.sections
    const [item] = section?.items ?? []
    const broken = { ...noticeText, sections: [{ ...section, items: [{ ...item, source: '' }] }] }
    expect(() => parseNoticeText(JSON.stringify(broken))).toThrow()
  })
})

describe('receiptPaper', () => {
  it('keeps the time of the application to the minute', () => {
    expect(paperText(receiptPaper(sampleReceipt))).toContain('申请时间\t2026年11月22日 09:30')
  })

  it('does not call a registration accepted before it is', () => {
    const text = paperText(receiptPaper({ ...sampleReceipt, accepted: false }))
    expect(text).toContain('登记回执')
    expect(text).not.toContain('受理回执')
    expect(text).not.toContain('并受理')
  })

  it('claims nothing about limitation', () => {
    expect(paperText(receiptPaper(sampleReceipt))).not.toContain('时效')
  })
})

describe('recoveryKeySheet', () => {
  it('prints the whole key in groups, four a line', () => {
    const text = paperText(recoveryKeySheet(sampleRecoverySheet))
    expect(text).toContain('ABCDE - FGHJK - LMNPQ - RSTUV\nWXYZ2 - 34567 - 89ABC - DEFGH')
  })
})

describe('markText', () => {
  it('marks every paper of a practice centre', () => {
    for (const paper of everyForm({ ...sampleContext, practice: true })) {
      expect(markText(paper), paper.formId).toBe('【练习·不作为正式文书】')
    }
  })

  it('marks no paper of a real centre', () => {
    expect(everyForm().map(markText)).toEqual(everyForm().map(() => ''))
  })
})
