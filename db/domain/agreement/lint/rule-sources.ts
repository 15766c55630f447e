/** What a rule of the list demands, in words, and where it stands. Plain data for the hover at 依据. */
export const ruleSources: Readonly<Record<string, { title: string; article: string }>> = {
  A1: { title: '属于民间纠纷才能受理', article: '' },
  A2: {
    title: '法院、公安或者其他机关已经受理或者解决的，不重复受理',
    article: '《人民调解工作若干规定》第二十二条',
  },
  A3: {
    title: '应当由专门机关认定的事项不能调解',
    article: '法释〔2020〕26号 第二条，《民事诉讼法解释》第三百五十五条',
  },
  A4: { title: '一方明确拒绝的，不得调解', article: '《人民调解法》第十七条' },
  A5: { title: '调解不收取任何费用', article: '《人民调解法》第四条' },
  A9: { title: '不受理的，告知应当找的部门', article: '' },
  B3: { title: '调解员由调解组织指定或者当事人选择', article: '《人民调解法》第十九条' },
  B4: { title: '调解员同当事人有利害关系的，应当回避', article: '' },
  B8: {
    title: '代理人让步、签字要有特别授权，代理人不超过两名',
    article: '《民事诉讼法》第六十一条、第六十二条，《民事诉讼法解释》第一百四十七条（参照）',
  },
  B9: { title: '未成年人由法定代理人签', article: '《民法典》第十八条至第二十三条' },
  C1: { title: '调解前告知权利义务', article: '《人民调解工作若干规定》第三十条' },
  C2: {
    title: '一个月内调解终结，延长要双方同意',
    article: '《人民调解工作若干规定》第三十六条',
  },
  C8: { title: '鉴定的时间不计入期限', article: '《人民法院在线调解规则》第二十六条' },
  C9: { title: '调解要有记录', article: '《人民调解法》第二十七条' },
  C11: {
    title: '调解不成，终止调解并告知其他途径',
    article: '《人民调解法》第二十六条',
  },
  C16: {
    title: '调解不能阻止当事人仲裁、起诉或投诉',
    article: '《人民调解法》第三条第三项',
  },
  D1: {
    title: '协议要写清当事人、事实、争议、责任、内容、履行方式和期限',
    article: '《人民调解法》第二十九条第一款，《人民调解工作若干规定》第三十四条',
  },
  D2: {
    title: '各方签名盖章、调解员签名并加盖印章之日起生效',
    article: '《人民调解法》第二十九条第二款',
  },
  D3: { title: '当事人各一份，调解组织留存一份', article: '《人民调解法》第二十九条第二款' },
  D6: { title: '劳动争议的调解协议应当书面', article: '《劳动争议调解仲裁法》第十四条' },
  D10: {
    title: '内容要合法、明确，能够履行',
    article: '《民事诉讼法解释》第三百五十八条',
  },
  D11: {
    title: '劳动争议协议显失公平的可以撤销，约定数额要同法定数额对照',
    article: '法释〔2020〕26号 第三十五条',
  },
  D12: { title: '约定不缴社会保险无效', article: '法释〔2025〕12号 第十九条' },
  D13: {
    title: '农民工工资以货币支付给本人',
    article: '《保障农民工工资支付条例》第十一条',
  },
  E1: {
    title: '协议生效三十日内，双方共同申请司法确认',
    article: '《民事诉讼法》第二百零五条，《人民调解法》第三十三条',
  },
  E3: {
    title: '身份关系、产权和知识产权的确认，法院不受理司法确认',
    article: '《民事诉讼法解释》第三百五十五条',
  },
  E5: {
    title: '人民调解的劳动争议，法院只确认纯付款的协议',
    article: '法释〔2020〕26号 第五十二条',
  },
  E6: { title: '申请司法确认要核对身份材料', article: '《民事诉讼法解释》第三百五十四条' },
  E8: {
    title: '确认的可以强制执行，驳回的可以变更协议或者起诉',
    article: '《民事诉讼法》第二百零六条',
  },
  F1: {
    title: '劳动争议协议生效十五日内，双方共同申请仲裁审查',
    article: '《劳动人事争议仲裁办案规则》第七十四条',
  },
  F2: {
    title: '确认劳动关系的协议不受理仲裁审查',
    article: '《劳动人事争议仲裁办案规则》第七十五条',
  },
  I10: {
    title: '民间借贷利率不超过一年期LPR的四倍',
    article: '《最高人民法院关于审理民间借贷案件适用法律若干问题的规定》第二十五条',
  },
  I1: { title: '协议生效后督促当事人履行', article: '《人民调解法》第三十一条' },
  I2: { title: '按本中心的安排回访', article: '' },
  I3: { title: '一案一卷，材料齐全才归档', article: '《人民调解法》第二十七条' },
  P: { title: '本中心的做法', article: '' },
}

/** Where a rule of several articles, or house practice, rests on one of its own. */
export const codeArticles: Readonly<Record<string, { title?: string; article: string }>> = {
  belowStatutory: {
    title: '约定数额低于本中心的提醒线（提醒线不是法律规定）；显失公平的协议可以撤销',
    article: '法释〔2020〕26号 第三十五条',
  },
  depositMixed: { title: '定金与订金要分清', article: '《民法典》第五百八十六条、第五百八十七条' },
  depositWord: { title: '定金与订金要分清', article: '《民法典》第五百八十六条、第五百八十七条' },
  careWord: {
    title: '抚养、扶养、赡养要分清',
    article: '《民法典》第一千零五十九条、第一千零六十七条',
  },
  inclusiveOpen: { title: '以上、以下含本数', article: '《民法典》第一千二百五十九条' },
  penaltyHigh: { title: '违约金过高可以请求减少', article: '《民法典》第五百八十五条' },
  benchmarkRate: {
    title: '贷款基准利率已由LPR取代',
    article: '中国人民银行公告〔2019〕第15号',
  },
  interestOldContract: {
    title: '新旧规定衔接',
    article: '《最高人民法院关于审理民间借贷案件适用法律若干问题的规定》第三十一条',
  },
  jointShares: {
    title: '多人负担或分得的，写明按份还是连带',
    article: '《民法典》第五百一十七条、第五百一十八条',
  },
  suretyKind: { title: '保证方式要写明', article: '《民法典》第六百八十六条' },
  outsiderDuty: { title: '协议只约束当事人', article: '《民法典》第四百六十五条第二款' },
  libertyLimited: {
    title: '人身自由、婚姻自由不受协议限制',
    article: '《民法典》第一百零九条、第一千零四十二条，《民事诉讼法解释》第三百五十八条',
  },
  figuresCapitals: {
    title: '大写与数字必须一致',
    article: '《支付结算办法》附一，《民事诉讼法解释》第三百五十八条',
  },
}
