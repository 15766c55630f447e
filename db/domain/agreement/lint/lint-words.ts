import type { Details, Words } from './completeness-words.ts'
import type { LintCode } from './rules.ts'

const quoted = (details: Details, key = 'words'): string => `“${details[key] ?? ''}”`

const overCeiling: Words = (details) => {
  const { yearPercent, ceilingPercent, on } = details
  if (yearPercent === undefined || ceilingPercent === undefined)
    return `${quoted(details)}：借款利息超过一年期贷款市场报价利率（LPR）四倍的部分法院不支持，请降到四倍以内`
  const limit = on === undefined ? '近年来最高的上限' : `${on}订立时的上限`
  return `${quoted(details)}合年利率 ${yearPercent}%，高于${limit} ${ceilingPercent}%（一年期LPR的四倍），超出部分法院不支持，请降下来`
}

/** @policy What is wrong, why, what to do: plain words for the mediator. */
export const lintWords = {
  blankLeft: (d) => `还有没填的空${quoted(d)}，请填上或删去`,
  unpaired: (d) => `${quoted(d)}只有一半，括号或引号没有成对，容易看错范围，请补上另一半`,
  vagueDate: (d) =>
    `${quoted(d)}说不准是哪一天，到时无法催付，法院也会认为内容不明确；请写成某年某月某日前`,
  relativeDate: (d) => `${quoted(d)}要靠推算才知道是哪一天，最好写成某年某月某日前`,
  actDateMissing: () => '没有写什么时候做完，到时无法催促，请在本条或“履行期限”里写明日期',
  vagueAmount: (d) =>
    `${quoted(d)}说不准是多少钱，法院会认为内容不明确；请写成确定的金额，或写明怎么计算`,
  figuresCapitals: (d) =>
    `${quoted(d)}大小写不一致：大写是 ${d['capitalsYuan'] ?? ''} 元，数字是 ${d['figuresYuan'] ?? ''} 元，请核对后改成一致`,
  capitalsUnreadable: (d) => `大写金额${quoted(d)}写得不对，读不出是多少，请改正`,
  itemsSum: (d) =>
    `列出的各项相加是 ${d['sumYuan'] ?? ''} 元，与写的合计 ${d['totalYuan'] ?? ''} 元不符，请核对`,
  amountContradicts: (d) =>
    `文字里写的${quoted(d)}与本条付款金额 ${d['totalYuan'] ?? ''} 元及各期金额都对不上，请改成一致`,
  dateContradicts: (d) => `文字里写的${quoted(d)}不是付款表里的日期，请改成一致`,
  methodContradicts: (d) => `付款条款选的是“${d['method'] ?? ''}”，这里写的方式不一样，请改成一致`,
  accountIncomplete: () => '收款账户没有完整的账号，照着写的付不了款，请写明户名、开户行和账号',
  accountOfOther: (d) =>
    `账户是“${d['holder'] ?? ''}”的，收款人却是“${d['payee'] ?? ''}”；请改账户，或另写一条由收款人指定该账户`,
  payWhoMissing: () => '没有写清由谁付给谁，请写上双方姓名或名称',
  payAmountMissing: (d) => `${quoted(d)}没有写多少钱，请写明金额，最好改成“付款”条款`,
  payDateMissing: () => '写了付钱，没有写什么时候付，请写明日期，最好改成“付款”条款',
  payMethodMissing: () => '写了付钱，没有写怎么付（现金、转账等），请在本条或“履行方式”里写明',
  payAccountMissing: () => '写了转账，没有写收款账户，请写明户名、开户行和账号',
  paymentInWords: () =>
    '这里用文字约定付钱：系统不能核对金额，也不能到期提醒；能写成“付款”条款的请改用付款条款',
  defaultClauseMissing: () =>
    '有以后才付的钱，但没有写“到期不付怎么办”；建议加一条，如“任何一期逾期未付的，可就全部未付款项一并要求支付”',
  depositMixed: () =>
    '“订金”与“定金”不是一回事：只有“定金”才有不退或双倍返还的效力；请核对当事人的原意，全文统一',
  depositWord: () => '“订金”只是预付款，没有担保作用；如果本意是担保，请写“定金”',
  careWord: (d) =>
    `${quoted(d)}用词不对，应为“${d['right'] ?? ''}”：对父母长辈用赡养，对子女用抚养，夫妻之间用扶养`,
  compensationMixed: () =>
    '同一笔钱一处叫“赔偿”、一处叫“补偿”，含义不同（赔偿是有责任，补偿不一定），请统一成一个',
  wrongWord: (d) => `${quoted(d)}是错字，会影响意思，应写“${d['right'] ?? ''}”`,
  looseWord: (d) => `${quoted(d)}的规范写法是“${d['right'] ?? ''}”`,
  inclusiveOpen: (d) => `${quoted(d)}按法律含本数；当事人不一定清楚，建议写明“（含）”或“（不含）”`,
  maritalStatus: (d) =>
    `${quoted(d)}：婚姻关系只能在婚姻登记机关或由法院解除，写在这里不能解除，法院也不予确认；请只写财产、抚养等事项`,
  kinshipStatus: (d) =>
    `${quoted(d)}：身份关系不能靠调解协议确认或解除，法院不予确认；请删去，另走登记或诉讼`,
  ownershipConfirmed: (d) =>
    `${quoted(d)}：确认产权的内容法院不予司法确认，也不能直接过户；请改写为“协助办理过户登记”等义务，或告知另行办理`,
  intellectualProperty: (d) =>
    `${quoted(d)}：确认专利、商标、著作权归谁的内容法院不予司法确认；请改写为转让、停止使用等义务`,
  belowStatutory: (d) =>
    `付款合计 ${d['agreedFen'] ?? ''} 元，是法定数额 ${d['statutoryFen'] ?? ''} 元（${d['title'] ?? ''}）的 ${d['percent'] ?? ''}%，低于本中心的提醒线 ${d['warnBelowPercent'] ?? ''}%（提醒线是本中心定的，不是法律规定）；差得太多，事后可能以显失公平请求撤销：请把计算说明给双方看过，确认双方知道法定标准、自愿让步，并写明理由`,
  underStatutory: (d) =>
    `付款合计 ${d['agreedFen'] ?? ''} 元，是法定数额 ${d['statutoryFen'] ?? ''} 元（${d['title'] ?? ''}）的 ${d['percent'] ?? ''}%，相差 ${d['gapFen'] ?? ''} 元；请确认双方知道法定标准，自愿让步`,
  statutoryNotCompared: (d) =>
    `付款条款还没有写出完整的金额和收款人，不能同法定数额 ${d['statutoryFen'] ?? ''} 元（${d['title'] ?? ''}）比较`,
  labourRelation: (d) =>
    `${quoted(d)}：确认有没有劳动关系的协议，仲裁委不受理审查，法院也不予确认；只写付款和手续，或另行申请仲裁`,
  interestOverCeiling: overCeiling,
  interestNotChecked: (d) =>
    `${quoted(d)}${d['yearPercent'] ? `合年利率 ${d['yearPercent']}%，` : ''}没有借款当时的LPR数据或借款日期，没能核对是否超过四倍上限，请自行核对`,
  interestOldContract: (d) =>
    `${quoted(d)}：借款在2020年8月20日以前，利息要分段按新旧规定算，没能核对，请让律师看一下`,
  penaltyHigh: (d) =>
    `${quoted(d)}${d['yearPercent'] ? `合每年 ${d['yearPercent']}%，` : ''}违约金偏高，对方可以请求法院减少，建议降低`,
  benchmarkRate: () =>
    '“基准利率”2019年8月20日起已不再使用，请改写为“一年期贷款市场报价利率（LPR）”',
  rightsBarred: (d) =>
    `${quoted(d)}：调解不能堵住当事人仲裁、起诉、投诉的路，这样写无效；请改为“就本案事项再无其他争议”`,
  policeBarred: (d) => `${quoted(d)}：不许报警、报案的约定违法无效，请删去`,
  criminalWaiver: (d) => `${quoted(d)}：是否追究刑事责任不由当事人约定；请删去，可以另写“表示谅解”`,
  libertyLimited: (d) => `${quoted(d)}：限制人身自由、婚姻自由或扣押证件的约定违法无效，请删去`,
  unlawfulCause: (d) => `${quoted(d)}：这类款项法律不保护，请核对来由，违法的不能写进协议`,
  jointShares: (d) =>
    `${quoted(d)}有两人以上，没有写各人多少，也没有写“连带”；请写明各付（各得）多少，或写“承担连带责任”`,
  suretyKind: () => '没有写明是一般保证还是连带责任保证；没有写明的，法律上按一般保证处理，请写清',
  outsiderDuty: (d) =>
    `${quoted(d)}：让不是当事人的人付款或担保，不签字就管不住他；请把他加为当事人，或改由当事人自己承担`,
  nameDiffers: (d) => `写的是${quoted(d)}，当事人登记的是“${d['right'] ?? ''}”，请核对是不是写错了`,
  nameUnknown: (d) => `${quoted(d)}不是本案登记的当事人或代理人，请核对姓名，或到案件里补登`,
  idNumberDiffers: (d) => `写的证件号码与${d['name'] ?? ''}登记的号码不一样，请核对`,
  sumDiffers: (d) =>
    `${d['label'] ?? ''}这里写 ${d['hereYuan'] ?? ''} 元，前面写 ${d['beforeYuan'] ?? ''} 元，请核对`,
} as const satisfies Record<LintCode, Words>
