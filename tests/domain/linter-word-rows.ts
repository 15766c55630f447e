import type { LintCode } from '#db/domain/agreement/lint/rules.ts'
import { localDate } from '#db/domain/local-date.ts'
import { firm, payment, worker } from './agreement-fixture.ts'
import { clause, type Draft, only, pays, person, says } from './linter-fixture.ts'
import type { Row } from './linter-rows.ts'

const loan = { typeCode: '04.01' }
const labour = { typeCode: '11.01' }
const sound: Draft = {}
const fact = (facts: string, more: Draft['content'] = {}): Draft => ({
  content: { facts, ...more },
})
const texts = (...all: string[]): Draft[] => all.map((text) => says(text))
const one = payment.totalFen
const once = (text: string, totalFen = 800_000): Draft => ({
  clauses: [
    pays(
      { totalFen, instalments: [{ dueOn: localDate('2026-12-20'), amountFen: totalFen }] },
      text,
    ),
  ],
})
const lender = person('p1', '张建国')
const borrower = person('p2', '李小明')
const people = (text: string, parties = [lender, borrower]): Draft => ({ ...says(text), parties })
const third = person('p3', '陈大伟')
const three = (text: string): Draft => people(text, [lender, borrower, third])
const lends = (text: string, contractOn?: string): Draft =>
  says(text, 'other', { ...loan, ...(contractOn ? { contractOn: localDate(contractOn) } : {}) })

/** The sound payment of 17,048.28 yuan against a statutory sum, and the line of the centre in per cent. */
const against = (amountFen: number, warnBelowPercent = 60): Draft => ({
  clauses: [pays()],
  facts: {
    ...labour,
    statutory: { amountFen, title: '经济补偿', claimant: 'worker', warnBelowPercent },
  },
})

/** What the words say amiss: the rules of lint/. */
export const wordRows = {
  blankLeft: {
    bad: [
      ...texts('某制衣厂于____年12月退还样布。', '由XX负责搬运。', '某制衣厂赔偿（　）米面料。'),
      ...texts('某制衣厂于2026年  月  日前退还样布。', '退还【物品】。'),
      fact('王一供应面料××米。'),
    ],
    good: texts('样布为XXL码，共3×4米。', '退还样布（白色）。').concat(
      fact('某制衣厂自2024年起向某村收购面料。'),
    ),
  },
  unpaired: {
    bad: texts('某制衣厂退还样布（白色。', '双方签订《对账单。', '样布"白色退还。'),
    good: texts('1）退还样布；2）交还单据。', '某制衣厂（以下称“厂方”）退还《对账单》(原件）。'),
  },
  vagueDate: {
    bad: [
      ...texts('某制衣厂尽快退还样布。', '某制衣厂近期修好围墙。', '某制衣厂年前退还样布。'),
      ...texts('某制衣厂在春节前后退还样布。', '某制衣厂于2026年12月月底左右退还样布。'),
      ...texts(
        '某制衣厂有了钱就付利息。',
        '某制衣厂有钱时再付利息。',
        '某制衣厂方便时退还样布。',
        '王一适时退还样布。',
      ),
      ...texts('某制衣厂争取在12月31日前付清运费。', '某制衣厂待经济好转后退还。'),
      ...texts('某制衣厂于2026年12月底前先付一万，剩下的等房子卖了再付清。'),
      ...texts('王一于2026年12月31日前结账，某制衣厂负责尽快修好电梯。'),
      ...texts('货款收回后再付运费。', '于2026年12月中旬退还样布。'),
      { content: { performanceDeadline: '尽快付清' } },
    ],
    good: [
      ...texts('某制衣厂尽快退还样布，最迟于2026年12月31日前退还。', '未尽事宜双方另行协商。'),
      ...texts('某制衣厂于2026年底前退还样布。', '样布由双方左右两侧分别封存。'),
      fact('三年前双方开始往来，2025年春节前后某制衣厂停产，答应尽快付款。'),
      { content: { performanceDeadline: '按各条约定的期限履行' } },
    ],
  },
  relativeDate: {
    bad: texts('某制衣厂春节前退还样布。', '某制衣厂年底前退还样布。', '王一下个月退还样布。'),
    good: texts('某制衣厂于2027年春节前即2027年2月5日前退还样布。', '每月底对账一次。'),
  },
  actDateMissing: {
    bad: [only('某制衣厂拆除围墙。', 'act'), only('王一清理通道上的杂物。', 'act')],
    good: [
      only('某制衣厂于2026年12月31日前拆除围墙。', 'act'),
      only('某制衣厂自本协议生效之日起十日内拆除围墙。', 'act'),
      only('某制衣厂夜间不再开动机器。', 'act'),
      only('某制衣厂拆除围墙。', 'act', { performanceDeadline: '2026年12月31日前' }),
    ],
  },
  vagueAmount: {
    bad: [
      only('某制衣厂适当补偿王一。'),
      only('某制衣厂补偿王一若干元。'),
      only('某制衣厂于2026年12月31日前付给王一5000元左右。'),
      only('某制衣厂付给王一大约8000元。'),
      only('某制衣厂付给王一大概一万二左右。'),
      only('某制衣厂赔偿王一的损失，具体数额等治疗终结后再定。'),
      only('某制衣厂付给王一两三万。'),
      only('某制衣厂付给王一几千元。'),
      only('某制衣厂付给王一5000多元。'),
      only('某制衣厂承担王一的合理费用。'),
      only('某制衣厂付给王一3万至5万元。'),
    ],
    good: [
      ...texts('违约方应当承担守约方实现债权的合理费用。', '双方保持适当距离。'),
      ...texts('依照《人民调解工作若干规定》制作。', '围墙左右两侧由双方各自维护。'),
      once('某制衣厂适当补偿王一，一次性付清。'),
      fact('王一垫付了大约5000元，某制衣厂曾给过两三千元。'),
      only('某制衣厂于2026年12月31日前以现金赔偿王一5000元。'),
    ],
  },
  figuresCapitals: {
    bad: [
      fact('王一出借壹万元(¥20,000)。'),
      once('支付人民币捌仟元整（¥80,000.00）。'),
      fact('尚欠20,000元（大写：贰仟元整）。'),
      fact('尚欠三万元（3,000元）。'),
      fact('尚欠1.5万元（壹万元整）。'),
    ],
    good: [
      fact('王一出借壹万元(¥10,000)，另有肆万零捌佰元整（¥40,800.00）。'),
      fact('尚欠20,000元（大写：贰万元整），其中1.5万元（壹万伍仟元整）为本金。'),
      fact('共三（3）日，第三期（20,000元）已付，尚欠一万八（18,000元）。'),
      fact('尚欠壹仟陆佰捌拾元零叁角贰分（¥1,680.32）。'),
    ],
  },
  capitalsUnreadable: {
    bad: [fact('尚欠壹拾万伍万元（¥150,000）。'), fact('尚欠20,000元（大写：贰贰万元）。')],
    good: [fact('尚欠壹拾伍万元整（¥150,000）。')],
  },
  itemsSum: {
    bad: [
      fact('王一产生医疗费5000元、误工费3000元、营养费1000元，共计10000元。'),
      once('某制衣厂赔偿医疗费5,000元、误工费2,000元，合计8,000元。'),
    ],
    good: [
      fact('王一产生医疗费5000元、误工费3000元、营养费1000元，共计9000元。'),
      fact('借款10万元，已还2万元，尚欠本息共计8.5万元。'),
    ],
  },
  amountContradicts: {
    bad: [
      once('某制衣厂支付王一货款20,000元。'),
      once('某制衣厂赔偿医疗费5,000元、误工费2,000元。'),
    ],
    good: [
      once('某制衣厂支付王一货款8,000元。'),
      once('某制衣厂尚欠货款20,000元，王一放弃12,000元，余款8,000元支付如下：'),
      once('某制衣厂赔偿医疗费5,000元、误工费3,000元，共计8,000元。'),
      once('某制衣厂支付货款人民币捌仟元整（¥8,000.00），逾期的按每日2元支付违约金。'),
    ],
  },
  dateContradicts: {
    bad: [once('某制衣厂于2026年12月31日前支付货款。')],
    good: [
      once('某制衣厂于2026年12月20日前支付货款。'),
      once('王一于2026年12月10日前将次品退还某制衣厂，某制衣厂支付货款如下：'),
    ],
  },
  methodContradicts: {
    bad: [{ content: { performanceManner: '以现金支付' } }],
    good: [{ content: { performanceManner: '按第一条约定的方式支付' } }, sound],
  },
  accountIncomplete: {
    bad: [
      { clauses: [pays({ account: '王一，建设银行' })] },
      { clauses: [pays({ account: '6222********0000' })] },
    ],
    good: [sound, { clauses: [pays({ account: '王一的工资卡' })] }],
  },
  accountOfOther: {
    bad: [{ clauses: [pays({ account: '某制衣厂，账号6222000000000000' })] }],
    good: [{ clauses: [pays({ account: '王一，云溪银行，账号6222000000000000' })] }],
  },
  payWhoMissing: {
    bad: [only('于2026年12月31日前以现金赔偿5000元。')],
    good: [only('某制衣厂于2026年12月31日前以现金赔偿王一5000元。')],
  },
  payAmountMissing: {
    bad: [only('某制衣厂于2026年12月31日前赔偿王一的损失。', 'act')],
    good: [
      only('王一收到补偿款后，不再主张其他赔偿。'),
      only('某制衣厂于2026年12月31日前赔偿王一损失5000元。', 'act'),
      only('某制衣厂按每吨单价和实际过磅数结清货款。'),
      only('双方各自承担本次修理的费用。'),
    ],
  },
  payDateMissing: {
    bad: [only('某制衣厂以现金赔偿王一5000元。')],
    good: [
      only('某制衣厂自2026年12月起每月5日前以现金付给王一赡养费500元。'),
      only('某制衣厂当场以现金赔偿王一5000元。'),
    ],
  },
  payMethodMissing: {
    bad: [only('某制衣厂于2026年12月31日前赔偿王一5000元。')],
    good: [
      only('某制衣厂于2026年12月31日前赔偿王一5000元。', 'act', { performanceManner: '现金' }),
    ],
  },
  payAccountMissing: {
    bad: [only('某制衣厂于2026年12月31日前转账赔偿王一5000元。')],
    good: [only('某制衣厂于2026年12月31日前转账赔偿王一5000元，账号6222000000000000。')],
  },
  paymentInWords: {
    bad: [
      only('某制衣厂于2026年12月31日前以现金赔偿王一5000元。'),
      only('某制衣厂欠王一本金五万元，从2026年12月起每月15号前还两千五，打到王一卡上。'),
      only('双方同意减免货款5000元，某制衣厂于2026年12月31日前付2万5。'),
    ],
    good: [
      says('某制衣厂此前已支付王一5000元。', 'confirm'),
      only('某制衣厂已预付生活费3000元，从工资总额中扣除。', 'confirm'),
      only('补偿款按户发放，王一一户分得62,000元，已经领取。', 'confirm'),
      sound,
    ],
  },
  defaultClauseMissing: {
    bad: [
      { content: { clauses: [pays()] } },
      { content: { clauses: [clause('某制衣厂于2026年12月31日前以现金付给王一500元。')] } },
    ],
    good: [
      sound,
      {
        content: {
          clauses: [pays({ instalments: [{ dueOn: localDate('2026-11-22'), amountFen: one }] })],
        },
      },
      { content: { clauses: [clause('王一于2026年12月31日前清理通道。', 'act')] } },
    ],
  },
  depositMixed: {
    bad: [
      ...texts('某制衣厂违约的，双倍返还订金。'),
      { ...says('某制衣厂退还订金。'), content: { facts: '王一交付定金2000元。' } },
    ],
    good: texts('某制衣厂双倍返还定金。', '双方约定金额以对账单为准。'),
  },
  depositWord: {
    bad: texts('某制衣厂退还订金。'),
    good: texts('某制衣厂退还定金。').concat(fact('王一交付订金2000元。')),
  },
  careWord: {
    bad: [
      ...texts('李小明每月抚养父母。', '子女应向父母支付抚养费。', '婚生子由母亲赡养。'),
      ...texts(
        '李小明扶养子女。',
        '丈夫支付妻子赡养费。',
        '夫妻之间有互相抚养的义务，丈夫抚养妻子。',
      ),
    ],
    good: [
      ...texts('婚生子由母亲抚养，父亲向母亲支付抚养费。', '子女轮流赡养父母。'),
      ...texts('夫妻有互相扶养的义务。', '双方签有遗赠扶养协议。', '父母对未成年子女有抚养义务。'),
      fact('各项损失中含被扶养人生活费，死者有未成年子女一人。'),
    ],
  },
  compensationMixed: {
    bad: [
      { ...once('某制衣厂赔偿王一的损失。'), content: { performanceManner: '补偿款银行转账支付' } },
      once('某制衣厂一次性赔偿王一，该补偿款包含全部损失。'),
    ],
    good: [
      { ...once('某制衣厂支付赔偿款。'), content: { performanceManner: '赔偿款银行转账支付' } },
      says('王一不再要求任何补偿、赔偿。'),
      once('某制衣厂支付经济补偿，王一不再主张赔偿金。'),
    ],
  },
  wrongWord: {
    bad: [
      ...texts('王一有权力要求一次付清。', '双方于今日签定本协议。', '陈某承担连代责任。'),
      fact('某制衣厂以设备抵压。'),
    ],
    good: texts('王一有权利要求一次付清。', '双方签订本协议。').concat(fact('向权力机关反映。')),
  },
  looseWord: {
    bad: texts('某制衣厂法人代表李二签字。', '打入原帐户。', '截止2026年11月22日的单据作废。'),
    good: texts('某制衣厂法定代表人李二签字。', '单据提交的截止日期为2026年12月1日。'),
  },
  inclusiveOpen: {
    bad: texts('噪声55分贝以上的，某制衣厂停机。', '次品3%以下的不退。'),
    good: texts('噪声55分贝以上（含）的，某制衣厂停机。', '以上款项付清后，再无争议。'),
  },
  maritalStatus: {
    bad: texts('双方自愿离婚。', '二人离婚，房子归女方。', '双方同意解除婚姻关系。'),
    good: [
      ...texts('双方于2026年12月1日到民政局办理离婚登记。', '离婚后财产各归各。'),
      fact('双方于2024年经法院判决解除婚姻关系。'),
    ],
  },
  kinshipStatus: {
    bad: texts(
      '双方确认王小某系李某的亲生子，存在亲子关系。',
      '双方解除收养关系。',
      '断绝父子关系。',
    ),
    good: texts('双方按父子关系和睦相处。').concat(fact('双方解除收养关系已经登记。')),
  },
  ownershipConfirmed: {
    bad: texts(
      '位于云溪镇的房屋归李某所有。',
      '案涉宅基地使用权归王一享有。',
      '老房子归李某所有，李某补给王一6万元。',
      '争议的宅基地归王一使用。',
      '二人分开，房子归女方，存款归男方。',
      '确认商铺的所有权人为王一。',
    ),
    good: [
      ...texts('房屋由李某居住使用。', '某制衣厂于2026年12月31日前协助王一办理过户登记。'),
      ...texts('房屋租金归王一所有。'),
      fact('该房屋归王一所有，有不动产权证。'),
    ],
  },
  intellectualProperty: {
    bad: texts('该版型的著作权归王一所有。', '双方确认商标权归某制衣厂。', '专利权属于王一。'),
    good: texts('某制衣厂停止使用王一的商标。', '某制衣厂于2026年12月31日前将专利权转让给王一。'),
  },
  belowStatutory: {
    bad: [against(4_080_000), against(2_841_381), against(1_800_000, 95)],
    good: [
      against(2_841_380),
      against(1_800_000),
      against(1_704_828, 100),
      { ...against(4_080_000), facts: { ...against(4_080_000).facts, typeCode: '04.02' } },
      says('双方就本案再无其他争议。', 'confirm', labour),
      // What the worker pays back is not taken off.
      {
        ...against(1_000_000),
        clauses: [
          pays(),
          pays({ payerId: 'p1', payeeId: 'p2', totalFen: 10_000, instalments: [] }),
        ],
      },
    ],
  },
  underStatutory: {
    bad: [against(1_800_000), against(1_704_829)],
    good: [against(1_704_828), against(1_000_000), against(4_080_000)],
  },
  statutoryNotCompared: {
    bad: [
      {
        ...against(4_080_000),
        clauses: [clause('某制衣厂于2026年12月31日前付给王一17,048.28元。')],
      },
      { ...against(4_080_000), clauses: [pays({ payeeId: '' })] },
    ],
    good: [against(4_080_000), { ...against(4_080_000), content: { clauses: [] } }],
  },
  labourRelation: {
    bad: [
      says('双方确认自2024年3月起存在劳动关系。', 'confirm', labour),
      says('双方确认不存在劳动关系。', 'confirm', labour),
      says('双方确认王一与某制衣厂系劳务关系，不存在劳动关系。', 'confirm', labour),
    ],
    good: [
      says('双方确认劳动关系于2026年11月20日解除。', 'confirm', labour),
      says('双方劳动关系已经终止。', 'confirm', labour),
      says('劳动合同解除后，双方不存在劳动关系。', 'confirm', labour),
    ],
  },
  interestOverCeiling: {
    bad: [
      lends('李小明按月息2分支付利息。'),
      lends('逾期的按年利率36%计息。', '2022-05-01'),
      lends('利息按月2%计算。', '2024-03-01'),
      lends('逾期的，每天支付违约金100元。', '2024-03-01'),
      lends('逾期的按日息千分之一支付违约金。', '2024-03-01'),
      lends('利息按一年期LPR的五倍计算。'),
      lends('按年利率13.9%支付利息。', '2024-03-01'),
      lends('按年息百分之二十支付利息。', '2021-01-01'),
      {
        ...lends('按年利率15.4%支付利息。'),
        content: { facts: '2024年3月1日，某制衣厂向王一借款10万元。' },
      },
    ],
    good: [
      lends('按年利率13.8%支付利息。', '2024-03-01'),
      lends('按年利率15.4%支付利息。', '2020-09-01'),
      lends('利息按月息1分计算。', '2024-03-01'),
      lends('按一年期LPR的四倍计算利息。'),
      lends('双方原约定的月息3分不再计。'),
      lends('按年息1分计算利息。'),
      says('每批次品率2%以内的，按月结算。'),
    ],
  },
  interestNotChecked: {
    bad: [
      lends('按年利率14%支付利息。', '2026-11-01'),
      { ...lends('按年利率14%支付利息。'), facts: { ...loan, lprTables: [] } },
      lends('按年利率14%支付利息。'),
    ],
    good: [lends('按年利率6%支付利息。'), lends('按年利率14%支付利息。', '2022-03-01')],
  },
  interestOldContract: {
    bad: [lends('按年利率24%支付利息。', '2019-05-01')],
    good: [lends('按年利率10%支付利息。', '2021-05-01')],
  },
  penaltyHigh: {
    bad: texts('逾期的，每日按未付款项的千分之一支付违约金。', '逾期的，另付违约金10,000元。'),
    good: [
      ...texts('逾期的，每日按未付款项的万分之五支付违约金。', '逾期的，另付违约金1,000元。'),
      lends('逾期的，按年利率36%支付违约金。', '2024-01-01'),
    ],
  },
  benchmarkRate: {
    bad: texts('逾期的按中国人民银行同期贷款基准利率计息。'),
    good: texts('逾期的按一年期贷款市场报价利率计息。'),
  },
  rightsBarred: {
    bad: texts(
      '王一今后不得就此事提起诉讼。',
      '王一放弃仲裁、起诉的权利。',
      '双方不得再投诉、信访。',
      '王一不得向劳动监察部门举报。',
      '王一保证以后不再到劳动局告厂里。',
    ),
    good: texts(
      '某制衣厂不履行的，王一可以向人民法院起诉。',
      '协商不能解决的可以向人民法院起诉。',
      '王一放弃其他诉讼请求。',
      '双方就本案事项再无其他争议。',
      '王一于收款当日撤回投诉。',
    ),
  },
  policeBarred: {
    bad: texts('双方今后发生争吵不得报警。', '李某承诺不再报案。', '王一不得向派出所举报。'),
    good: texts('今后发生冲突的，及时报警。', '任何一方不得阻止对方报警。'),
  },
  criminalWaiver: {
    bad: texts('王一收款后不再追究李某的刑事责任。', '王一到派出所申请撤案。'),
    good: texts('王一对李某表示谅解，收款后出具谅解书。', '双方互不追究其他民事责任。'),
  },
  libertyLimited: {
    bad: texts('李某三年内不得再婚。', '某制衣厂扣押王一的身份证作为担保。', '李某以人身抵债。'),
    good: texts('某制衣厂于2026年12月1日前返还扣押的身份证。', '王一不得离开时带走工具。'),
  },
  unlawfulCause: {
    bad: texts('李某归还赌债。', '李某一次性给王一分手费。'),
    good: texts('该款不是赌债，系货款。'),
  },
  jointShares: {
    bad: [
      three('李小明、陈大伟共同赔偿张建国的损失8000元。'),
      three('李小明和陈大伟于2026年12月31日前偿还张建国借款8000元。'),
      three('张建国支付给李小明、陈大伟劳务费8000元。'),
      three('两名被申请人支付张建国8000元。'),
      three('张建国欠李小明、陈大伟劳务费8000元，于2026年12月31日前付清。'),
    ],
    good: [
      three('李小明、陈大伟对上述款项承担连带责任，共同偿还张建国8000元。'),
      three('李小明、陈大伟各付张建国4000元。'),
      three('李小明和陈大伟约定由李小明偿还张建国8000元。'),
      three('李小明赔偿张建国5000元，陈大伟赔偿张建国3000元。'),
      three('张建国与李小明之间的借款由李小明偿还。'),
    ],
  },
  suretyKind: {
    bad: [people('李小明对上述借款承担担保责任。')],
    good: [people('李小明对上述借款承担连带责任保证。'), people('李小明以房屋提供抵押担保。')],
  },
  outsiderDuty: {
    bad: texts('剩余货款由其父亲代为支付。', '由保险公司在交强险内赔偿。', '由担保人承担还款。'),
    good: [
      ...texts('王一自行向保险公司理赔。', '由某制衣厂支付。'),
      {
        ...says('由某保险公司在交强险内赔偿。'),
        parties: [worker, firm, { ...firm, id: 'p3', name: '某保险公司' }],
      },
    ],
  },
  nameDiffers: {
    bad: [
      people('张建囯于2026年12月31日前交还借条。'),
      people('章建国于2026年12月31日前交还借条。'),
      people('张建华于2026年12月31日前交还借条。'),
      {
        ...says('织里华峰制衣有限公司交还单据。'),
        parties: [worker, { ...firm, name: '织里华丰制衣有限公司' }],
      },
    ],
    good: [
      people('张建国与李小明当面交还借条。'),
      people('李小姐到场见证，双方在张建村交接。'),
      people('由建国牌缝纫机一台作价。'),
      {
        ...says('织里华丰制衣有限公司交还单据。'),
        parties: [worker, { ...firm, name: '织里华丰制衣有限公司' }],
      },
    ],
  },
  nameUnknown: {
    bad: [people('申请人赵铁柱于2026年12月31日前交还借条。'), people('乙方（周文）交还借条。')],
    good: [
      people('申请人张建国交还借条。'),
      people('申请人应于2026年12月31日前交还借条。'),
      people('被申请人马上交还借条。'),
      people('申请人方不再催讨。'),
    ],
  },
  idNumberDiffers: {
    bad: [fact('王一，身份证号330502199001010022，供应面料。')],
    good: [fact('王一，身份证号330502199001010014，供应面料。'), fact('汇入330502199001010022。')],
  },
  sumDiffers: {
    bad: [
      fact('某制衣厂尚欠货款40,800元。', { issues: '尚欠货款48,000元的支付。' }),
      fact('借款本金5万元。', { responsibilities: '某制衣厂应归还借款本金50万元。' }),
    ],
    good: [
      fact('某制衣厂尚欠货款40,800元。', { issues: '尚欠货款40,800元的支付。' }),
      fact('原欠货款60,000元，付款后尚欠货款40,800元。', { issues: '尚欠货款40,800元。' }),
    ],
  },
} as const satisfies Record<LintCode, Row>
