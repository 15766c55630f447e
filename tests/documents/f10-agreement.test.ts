import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { capitalAmount, formatYuan } from '#db/domain/money.ts'
import { agreementPaper } from '#documents/f10-agreement.ts'
import { paperText } from '#documents/paper-text.ts'
import { renderHtml } from '#documents/render-html.ts'
import { employer, notoFonts, otherClause, payment, wageAgreement, worker } from './samples.ts'

const positions = (text: string, parts: readonly string[]): number[] =>
  parts.map((part) => text.indexOf(part))

const inOrder = (text: string, parts: readonly string[]): void => {
  const found = positions(text, parts)
  expect(found, `${parts.join(' < ')} in ${text}`).not.toContain(-1)
  expect(found).toEqual(found.toSorted((a, b) => a - b))
}

const withContent = (content: Partial<typeof wageAgreement.content>) =>
  agreementPaper({ ...wageAgreement, content: { ...wageAgreement.content, ...content } })

describe('agreementPaper', () => {
  const text = paperText(agreementPaper(wageAgreement))

  it('keeps the order of the 2010 form', () => {
    inOrder(text, [
      '人民调解协议书',
      '编号：（2026）云人调字第12号',
      '申请人',
      '张三',
      '被申请人',
      '云溪镇晨光童装有限公司',
      '主要事实：',
      '争议事项：',
      '各方责任：',
      '经调解，双方当事人自愿达成如下协议：',
      '1．',
      '履行方式：',
      '履行期限：',
      '履行地点：',
      '一式三份',
      '签名、盖章或按指印',
      '人民调解员 赵六（签名）',
      '记录人 孙七（签名）',
    ])
  })

  it('prints the party block of a person in the order of the form', () => {
    inOrder(text, ['姓名', '性别', '民族', '年龄', '职业或职务', '联系方式', '单位或住址'])
  })

  it('prints the party block of an organisation with its representatives', () => {
    inOrder(text.slice(text.indexOf('被申请人')), [
      '名称',
      '统一社会信用代码\t91000000MA00000000',
      '住所地',
      '法定代表人（负责人）\t李四\t职务\t经理',
      '委托代理人 王五（公司职员，特别授权）',
    ])
  })

  it('writes the amount in capitals and figures and the instalments with their sum', () => {
    expect(text).toContain('人民币壹万柒仟零肆拾捌元贰角捌分（¥17,048.28）')
    expect(text).toContain(
      [
        '期次\t履行日期\t金额（元）\t履行方式',
        '1\t2026年12月20日\t5,682.76\t银行转账',
        '2\t2027年1月20日\t5,682.76\t银行转账',
        '3\t2027年2月20日\t5,682.76\t银行转账',
        '合计\t人民币壹万柒仟零肆拾捌元贰角捌分\t¥17,048.28',
      ].join('\n'),
    )
  })

  it('sums what the rows say, whatever the total says', () => {
    const clause = payment(1_000_000, 2)
    const wrong = clause.payment && { ...clause.payment, totalFen: 999 }
    const words = paperText(withContent({ clauses: [{ ...clause, payment: wrong }] }))
    expect(words).toContain(`合计\t人民币${capitalAmount(1_000_000)}\t¥10,000.00`)
  })

  it('prints one payment as a sentence without a table', () => {
    const words = paperText(withContent({ clauses: [payment(500_000, 1)] }))
    expect(words).toContain('于2026年12月20日前（含当日）一次性支付张三人民币伍仟元整（¥5,000.00）')
    expect(words).not.toContain('期次')
  })

  it('numbers the clauses in their order', () => {
    const clauses = Array.from({ length: 12 }, (_, index) => ({
      ...otherClause(index),
      text: `条款内容${index}号`,
    }))
    inOrder(
      paperText(withContent({ clauses })),
      clauses.map((clause, index) => `${index + 1}．${clause.text}`),
    )
  })

  it('leaves a place for the number until there is one', () => {
    const words = paperText(agreementPaper({ ...wageAgreement, fileNumber: undefined }))
    expect(words).toContain('编号：（　　　　）云人调字第　　　号')
  })

  it('says who keeps the copies, spare ones too', () => {
    expect(text).toContain('一式三份，当事人各执一份，云溪镇人民调解委员会留存一份。')
    expect(paperText(withContent({ copies: 4 }))).toContain('留存一份，另备一份。')
    expect(paperText(withContent({ copies: 1 }))).toContain('一式一份。')
  })

  it('speaks of every party when there are more than two', () => {
    const third = { ...worker, id: 'p3', role: 'thirdParty' as const, name: '钱九' }
    const words = paperText(
      agreementPaper({ ...wageAgreement, parties: [worker, employer, third] }),
    )
    expect(words).toContain('经调解，各方当事人自愿达成如下协议：')
    expect(words).toContain('第三人：钱九')
  })

  it('shows blanks for what is not written yet', () => {
    const words = paperText(
      withContent({
        facts: '',
        issues: ' ',
        responsibilities: '',
        performancePlace: '',
        clauses: [],
      }),
    )
    expect(words).toContain('主要事实：＿＿＿')
    expect(words).toContain('履行地点：＿＿＿')
  })

  it('names the file after the number, or the dispute before there is one', () => {
    expect(agreementPaper(wageAgreement).fileName).toBe('人民调解协议书 （2026）云人调字第12号')
    expect(agreementPaper({ ...wageAgreement, fileNumber: undefined }).fileName).toBe(
      '人民调解协议书 张三与晨光童装劳动报酬纠纷',
    )
  })

  it('takes any names, clauses and amounts, and prints each of them', () => {
    const name = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
    const prose = fc.string({ maxLength: 300, unit: 'binary' })
    const clause = fc.oneof(
      prose.map((words) => ({ ...otherClause(0), text: words })),
      fc
        .record({
          fen: fc.integer({ min: 0, max: 2 ** 45 }),
          count: fc.integer({ min: 1, max: 36 }),
        })
        .map(({ fen, count }) => payment(fen, count)),
    )
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 30 }),
        fc.array(clause, { maxLength: 60 }),
        prose,
        (names, clauses, facts) => {
          const parties = names.map((each, index) => ({ ...worker, id: `p${index}`, name: each }))
          const content = { ...wageAgreement.content, facts, clauses }
          const paper = agreementPaper({ ...wageAgreement, parties, content })
          const words = paperText(paper)
          for (const { payment: paid } of clauses) {
            if (paid) expect(words).toContain(`（¥${formatYuan(paid.totalFen)}）`)
          }
          expect(words).toContain(`${clauses.length === 0 ? '' : `${clauses.length}．`}`)
          expect(renderHtml(paper, notoFonts)).not.toContain('<script')
        },
      ),
      { numRuns: 30 },
    )
  }, 60_000)

  it('heads a further table after every twelve instalments and sums once', () => {
    const words = paperText(withContent({ clauses: [payment(3_600_000, 36)] }))
    expect(words.split('期次\t履行日期')).toHaveLength(4)
    expect(words.split('合计\t')).toHaveLength(2)
    expect(words).toContain('36\t2029年11月20日\t1,000.00')
  })
})
