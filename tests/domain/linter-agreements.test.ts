import { describe, expect, it } from 'vitest'
import { copiesNeeded } from '#db/domain/agreement/completeness.ts'
import type { AgreementContent, AgreementParty, Clause } from '#db/domain/agreement/content.ts'
import { lintAgreement } from '#db/domain/agreement/lint/lint-agreement.ts'
import { lintMessage } from '#db/domain/agreement/lint/messages.ts'
import { localDate } from '#db/domain/local-date.ts'
import { clause, lprTables, person } from './linter-fixture.ts'

const today = localDate('2026-11-22')
type Due = [date: string, fen: number]

const pays = (payerId: string, payeeId: string, dues: Due[], account = '', text = ''): Clause => ({
  id: `${payerId}-${payeeId}`,
  kind: 'payment',
  text,
  payment: {
    payerId,
    payeeId,
    totalFen: dues.reduce((sum, [, fen]) => sum + fen, 0),
    method: account === '' ? 'cash' : 'bankTransfer',
    ...(account === '' ? {} : { account }),
    instalments: dues.map(([date, amountFen]) => ({ dueOn: localDate(date), amountFen })),
  },
})

const organisation = (id: string, name: string): AgreementParty => ({
  id,
  role: 'respondent',
  kind: 'organisation',
  name,
  creditCode: '91330502MA2B00000N',
  legalRepName: '沈国良',
  legalRepTitle: '经理',
  representatives: [],
})

type Sound = {
  name: string
  typeCode: string
  parties: AgreementParty[]
  content: Omit<AgreementContent, 'copies'>
}

/** Agreements as a careful mediator writes them: nothing may be blocked and nothing warned of. */
const sound: Sound[] = [
  {
    name: 'wages of migrant workers',
    typeCode: '10.02',
    parties: [person('a', '周桂兰'), organisation('b', '云溪镇晨光童装厂')],
    content: {
      facts:
        '周桂兰自2025年3月起在云溪镇晨光童装厂从事缝纫工作，月工资4,800元。2026年6月起厂方以货款未收回为由没有发放工资，双方核对考勤和工资条后确认，尚欠工资17,048.28元。',
      issues: '尚欠工资17,048.28元的支付时间和方式。',
      responsibilities: '云溪镇晨光童装厂没有按月足额支付劳动报酬，应当支付尚欠的工资。',
      clauses: [
        pays(
          'b',
          'a',
          [
            ['2026-12-20', 900_000],
            ['2027-01-20', 804_828],
          ],
          '周桂兰，云溪农村商业银行，账号6222000000000000018',
          '云溪镇晨光童装厂支付周桂兰2026年6月至9月的工资，共计人民币壹万柒仟零肆拾捌元贰角捌分（¥17,048.28）。',
        ),
        clause('云溪镇晨光童装厂任何一期逾期未付的，周桂兰有权就全部未付款项要求一次性支付。'),
        clause('上述款项付清后，双方就本案工资再无其他争议。', 'confirm'),
      ],
      performanceManner: '银行转账至约定账户',
      performanceDeadline: '2027年1月20日前（含当日）全部付清',
      performancePlace: '云溪镇晨光童装厂财务室',
    },
  },
  {
    name: 'end of employment with severance',
    typeCode: '11.05',
    parties: [person('a', '钱小红'), organisation('b', '织里华丰制衣有限公司')],
    content: {
      facts:
        '钱小红于2021年4月1日入职织里华丰制衣有限公司，任裁剪工。2026年10月31日公司因订单减少口头通知其不再上班，双方没有办理离职手续。',
      issues: '劳动关系解除的时间、经济补偿的数额、离职手续的办理。',
      responsibilities: '公司提出解除劳动合同，应当依法支付经济补偿，并在十五日内办理离职手续。',
      clauses: [
        clause('双方确认，劳动关系于2026年10月31日解除。', 'confirm'),
        pays('b', 'a', [['2026-12-05', 3_300_000]], '钱小红，建设银行，6227000000000000123'),
        clause(
          '织里华丰制衣有限公司自本协议生效之日起五日内为钱小红出具解除劳动合同的证明。',
          'act',
        ),
        clause('公司逾期付款的，每逾期一日按未付款项的万分之五支付违约金。'),
      ],
      performanceManner: '经济补偿以银行转账支付，离职证明当面交付',
      performanceDeadline: '2026年12月5日前',
      performancePlace: '织里华丰制衣有限公司',
    },
  },
  {
    name: 'private loan with lawful interest',
    typeCode: '04.01',
    parties: [person('a', '沈建华'), person('b', '潘文斌')],
    content: {
      facts:
        '2024年3月1日，潘文斌因资金周转向沈建华借款人民币伍万元整（¥50,000.00），写有借条一张，约定年利率6%，借期一年。到期后潘文斌没有归还。',
      issues: '借款本金50,000元和利息的归还。',
      responsibilities: '潘文斌借款到期没有归还，应当承担还本付息的责任。',
      clauses: [
        pays(
          'b',
          'a',
          [
            ['2026-12-31', 3_000_000],
            ['2027-03-31', 2_500_000],
          ],
          '沈建华 农业银行织里支行 6228480000000000017',
          '潘文斌归还沈建华借款本金50,000元，利息5,000元，合计55,000元。',
        ),
        clause(
          '潘文斌有一期未按时归还的，沈建华可就全部未还款项向人民法院申请执行，并自逾期之日起按年利率6%计算利息至还清之日止。',
        ),
        clause('款项还清之日，沈建华将借条原件交还潘文斌。', 'act'),
      ],
      performanceManner: '银行转账',
      performanceDeadline: '2027年3月31日前还清',
      performancePlace: '云溪镇',
    },
  },
  {
    name: 'tenancy',
    typeCode: '04.04',
    parties: [person('a', '费玉珍'), person('b', '莫志刚')],
    content: {
      facts:
        '费玉珍承租莫志刚位于前门社区五号楼302室的住房，租期至2026年10月31日，押金3,000元。退租时双方就墙面损坏和水电费发生争议。',
      issues: '押金的退还和墙面修复费用的负担。',
      responsibilities:
        '租期届满，莫志刚应当退还押金；费玉珍使用不当造成墙面损坏，应当承担修复费用600元。',
      clauses: [
        pays(
          'b',
          'a',
          [['2026-11-22', 240_000]],
          '',
          '扣除墙面修复费600元后，莫志刚退还押金2,400元。',
        ),
        clause('费玉珍于收到押金的同时交还房屋钥匙两把。', 'act'),
      ],
      performanceManner: '当场以现金付清',
      performanceDeadline: '2026年11月22日当场履行完毕',
      performancePlace: '云溪镇人民调解委员会',
    },
  },
  {
    name: 'neighbours',
    typeCode: '02.03',
    parties: [person('a', '汤美凤'), person('b', '孔祥龙')],
    content: {
      facts:
        '汤美凤住三楼，孔祥龙住四楼。2026年9月以来孔祥龙家卫生间大约每周渗水两三次，汤美凤家天花板起皮约两平方米。',
      issues: '渗水的维修和受损部位的恢复。',
      responsibilities: '孔祥龙对自家卫生间负有维护义务，应当修好渗水处并恢复汤美凤家受损的部位。',
      clauses: [
        clause('孔祥龙自本协议生效之日起十五日内修好自家卫生间的渗水处，费用由孔祥龙承担。', 'act'),
        clause('渗水修好后十日内，孔祥龙将汤美凤家受潮的天花板粉刷恢复。', 'act'),
        clause('今后两家遇事互谅互让，装修前提前三日告知对方。'),
        clause('孔祥龙当面向汤美凤道歉，汤美凤表示谅解。', 'apology'),
        clause('一方不履行的，另一方可以向人民法院起诉。'),
      ],
      performanceManner: '由孔祥龙请有资质的人员施工',
      performanceDeadline: '按各条约定的期限履行',
      performancePlace: '前门社区五号楼',
    },
  },
  {
    name: 'traffic injury with insurer',
    typeCode: '16.01',
    parties: [
      person('a', '严春生'),
      person('b', '雷勇'),
      { ...organisation('c', '某财产保险公司织里支公司'), role: 'thirdParty' },
    ],
    content: {
      facts:
        '2026年8月3日，雷勇驾驶小型客车在中心路与骑电动车的严春生相撞，严春生右臂骨折。交警认定雷勇负全部责任。严春生支出医疗费12,000元、护理费3,000元、误工费9,000元、被扶养人生活费6,000元，合计30,000元。',
      issues: '各项损失的数额和负担。',
      responsibilities:
        '雷勇负事故全部责任，由某财产保险公司织里支公司在保险限额内赔偿，超出部分由雷勇赔偿。',
      clauses: [
        pays(
          'c',
          'a',
          [['2026-12-15', 2_400_000]],
          '严春生，工商银行，6222020000000000007',
          '由某财产保险公司织里支公司在交强险限额内赔偿，',
        ),
        pays('b', 'a', [['2026-12-15', 600_000]], '严春生，工商银行，6222020000000000007'),
        clause('逾期未付的，按未付款项以一年期贷款市场报价利率支付利息。'),
        clause('上述款项付清后，三方就本次事故再无其他争议。', 'confirm'),
      ],
      performanceManner: '银行转账',
      performanceDeadline: '2026年12月15日前付清',
      performancePlace: '云溪镇',
    },
  },
  {
    name: 'maintenance of a child after divorce',
    typeCode: '01.03',
    parties: [person('a', '顾丽娟'), person('b', '贺明')],
    content: {
      facts:
        '顾丽娟与贺明于2023年5月离婚，婚生子贺小宝随顾丽娟生活，贺明自2026年3月起没有支付抚养费。',
      issues: '欠付抚养费的支付和今后抚养费的标准。',
      responsibilities: '贺明是婚生子的父亲，应当依法负担抚养费。',
      clauses: [
        pays(
          'b',
          'a',
          [['2026-12-10', 1_200_000]],
          '顾丽娟，建设银行，6217000000000000011',
          '贺明补付2026年3月至10月的抚养费，',
        ),
        clause(
          '贺明自2026年11月起于每月10日前向顾丽娟支付婚生子的抚养费1,500元，转入上述建设银行账户6217000000000000011，至婚生子年满十八周岁止。',
        ),
        clause('贺明每月可以探望婚生子两次，顾丽娟应当协助。'),
        clause('贺明任何一期逾期未付的，顾丽娟可以就已到期的款项申请强制执行。'),
      ],
      performanceManner: '银行转账',
      performanceDeadline: '按各条约定的期限履行',
      performancePlace: '云溪镇',
    },
  },
  {
    name: 'prepaid card',
    typeCode: '14.01',
    parties: [person('a', '毛晓燕'), organisation('b', '云溪镇悦动健身馆')],
    content: {
      facts:
        '毛晓燕于2025年12月在云溪镇悦动健身馆办理年卡一张，付款3,600元，已使用八个月。2026年8月门店停业，双方就余额发生争议。',
      issues: '未消费余额的数额和退还。',
      responsibilities: '健身馆不能继续提供服务，应当退还未消费的余额。',
      clauses: [
        pays(
          'b',
          'a',
          [['2026-12-01', 120_000]],
          '退回毛晓燕原付款账户（尾号6688）',
          '云溪镇悦动健身馆退还余额1,200元。',
        ),
        clause('云溪镇悦动健身馆逾期退款的，另付违约金200元。'),
      ],
      performanceManner: '原路退回毛晓燕付款的账户',
      performanceDeadline: '2026年12月1日前',
      performancePlace: '云溪镇',
    },
  },
  {
    name: 'medical injury',
    typeCode: '15.01',
    parties: [person('a', '尹秀珍'), organisation('b', '云溪镇中心卫生院')],
    content: {
      facts: '2026年5月6日，尹秀珍在云溪镇中心卫生院行阑尾切除手术，术后伤口感染，二次住院九日。',
      issues: '术后感染与诊疗行为的关系及损失的负担。',
      responsibilities: '经双方同意的专家咨询，云溪镇中心卫生院观察不够及时，承担次要责任。',
      clauses: [
        pays(
          'b',
          'a',
          [['2026-12-08', 1_850_000]],
          '尹秀珍，邮政储蓄银行，6221880000000000029',
          '云溪镇中心卫生院一次性赔偿尹秀珍医疗费、误工费、护理费等各项损失共计18,500元。',
        ),
        clause('云溪镇中心卫生院逾期支付的，自逾期之日起按一年期贷款市场报价利率支付利息。'),
        clause('尹秀珍收到款项后，不再就本次诊疗主张其他赔偿。'),
      ],
      performanceManner: '银行转账',
      performanceDeadline: '2026年12月8日前',
      performancePlace: '云溪镇中心卫生院',
    },
  },
  {
    name: 'two debtors in joint liability',
    typeCode: '04.02',
    parties: [person('a', '邵志强'), person('b', '龚红梅'), person('c', '覃永生')],
    content: {
      facts: '龚红梅、覃永生合伙经营面料店，2025年向邵志强购买面料，对账后尚欠货款86,000元。',
      issues: '货款86,000元的支付。',
      responsibilities: '龚红梅、覃永生是合伙人，对合伙债务应当承担连带责任。',
      clauses: [
        pays(
          'b',
          'a',
          [
            ['2026-12-31', 4_300_000],
            ['2027-06-30', 4_300_000],
          ],
          '邵志强，中国银行，6217850000000000033',
          '龚红梅、覃永生共同支付邵志强货款86,000元，覃永生对全部款项承担连带责任。',
        ),
        clause('任何一期逾期的，邵志强可以就全部未付款项要求龚红梅、覃永生一次付清。'),
      ],
      performanceManner: '银行转账',
      performanceDeadline: '2027年6月30日前付清',
      performancePlace: '面料市场二区',
    },
  },
]

const lint = ({ content, parties, typeCode }: Sound) =>
  lintAgreement({ ...content, copies: copiesNeeded(parties) }, parties, {
    typeCode,
    today,
    lprTables,
  })

describe('a careful agreement', () => {
  it.each(sound)('about $name passes without block or warning', (agreement) => {
    const told = lint(agreement)
      .filter(({ level }) => level !== 'info')
      .map((reason) => lintMessage(reason, { parties: agreement.parties }))
    expect(told).toEqual([])
  })
})

describe('a careless agreement', () => {
  const [careful] = sound
  const careless = (change: (content: Sound['content']) => Partial<Sound['content']>) => {
    if (!careful) throw new Error('no agreement')
    const content = { ...careful.content, ...change(careful.content) }
    return lint({ ...careful, content }).map(({ level, code, path }) => `${level} ${path} ${code}`)
  }

  it('made from a good one by one slip is found out by that slip alone', () => {
    const told = careless(({ facts }) => ({
      facts: facts.replace('尚欠工资17,048.28元', '尚欠工资17,048.82元'),
    }))
    expect(told.filter((line) => !line.startsWith('info'))).toEqual(['warn issues sumDiffers'])
  })

  it('with capitals that say another sum is blocked', () => {
    const told = careless(({ clauses }) => ({
      clauses: clauses.map((one) => ({ ...one, text: one.text.replace('壹万柒仟', '壹万柒佰') })),
    }))
    expect(told.filter((line) => line.startsWith('block'))).toEqual([
      'block clauses.0.text figuresCapitals',
    ])
  })

  it('that names the worker wrongly once is told so', () => {
    const told = careless(({ clauses }) => ({
      clauses: clauses.map((one) => ({ ...one, text: one.text.replace('周桂兰', '周桂蓝') })),
    }))
    expect(told.filter((line) => line.endsWith('nameDiffers'))).toEqual([
      'warn clauses.0.text nameDiffers',
      'warn clauses.1.text nameDiffers',
    ])
  })
})
