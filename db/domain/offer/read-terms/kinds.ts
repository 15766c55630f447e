import { marks } from './marks.ts'

const amount = `${marks.amount}+`
const payVerb = [
  '支付|给付|垫付|赔付|偿付|(?<![欠应未已实拖])付(?!费|款方|出代价)|赔偿(?!金|款|标准|责任|问题|费|额|总额|项目)|补偿(?!金|款|标准|费)',
  '赔(?!偿|礼|不是|付|款(?!项))|补贴|贴补|补(?!办|课|签|偿|贴|充|习|缴)|偿还|归还|返还|退还|退回|还清|结清|付清',
  '结算|转账|汇款|打款|承担|负担|缴纳|交纳|缴(?!纳)|掏|汇(?!报|款|总)|发放',
  '(?<![卖租借送嫁让留供])给(?!付|予方便|面子|个说法|个交代|说法|交代)',
  '(?<![搬提支退腾指超付挪迁说做作])出(?!租|事|来|去|院|生|现|具|庭|面|示|口|差|售|门|了|于|发|轨|钥匙)',
  '(?<![归偿返退])还(?!有|是|要|得|差|欠|剩|不|没|可以|会|能|想|清|款方|以|愿|同|需|应)',
  '退(?!休|出|货|役|伙|让|还|回|租|房|婚)|(?<![殴])打(?=给|到|款|过来|过去|他|我|你|卡|' +
    marks.amount +
    ')|转(?=给|到|你|他|我|过来|过去|' +
    marks.amount +
    ')',
  '(?<![外])交(?!通|往|代|流|易|还|警|接|朋友|纳|出|房|付|钥匙|涉|谈)|拿(?!走|到|回|着|了)出?|结(?!婚|束|果|合|论|案|算|清)|发(?=给|工资|清|$|' +
    marks.amount +
    ')|弥补|支援|资助',
].join('|')

const gap = `[^${marks.amount}${marks.about}，,]`
const verbThenAmount = new RegExp(`(?:${payVerb})${gap}{0,20}${amount}`)
const amountThenVerb = new RegExp(`${amount}${gap}{0,14}(?:${payVerb}|我认|认了?$|到账)`)
const accepted = new RegExp(
  `(?:同意|接受|认可|答应|只认|就认|我认)(?:[他你对方的这个就按以照]|${marks.name}){0,4}${amount}|${amount}(?:这个数|这个价)?(?:${marks.name}+|我们?|我方|双方|公司)?(?:也|都|就)?(?:同意|接受|可以|成交|没问题|没意见)`,
)
const named = new RegExp(
  `^(?:那就?|好吧?|行|就|按|就按|那就按)*${amount}(?:吧|好了|算了|了结)$|^(?:那|那就按?|就按)${amount}(?:的?价)?$|(?:我们?|我方|公司|厂里|${marks.name})(?:这边)?(?:最多|顶多|至多|就|只能?)(?:就|是)?${amount}|(?:降|让|减|加|提|涨)到${amount}|(?:我们?|我方)(?:就|只|还)?要${amount}|(?:最多|顶多|至多)(?:能|可以|就)?${amount}$`,
)
const settle = new RegExp(`付清|结清|还清|缴清|付完|给清|付掉|到账|打到|转到|汇到|(?:${payVerb})`)

const anyPayVerb = new RegExp(`${payVerb}|付清|到账`, 'g')

/** The phrase says that the sum in it is to be paid. @policy Issue 3 §2 */
export const paysAmount = (phrase: string): boolean =>
  verbThenAmount.test(phrase) ||
  amountThenVerb.test(phrase) ||
  accepted.test(phrase) ||
  named.test(phrase)

/** The phrase pays, whatever sum. @policy */
export const settles = (phrase: string): boolean => settle.test(phrase)
/** 付清 and its like need no 同意 beside them. @policy */
export const settlesInFull = (phrase: string): boolean =>
  /付清|结清|还清|缴清|付完|给清|到账|一次性|一起付|退还|返还|归还|支付|付给|还给|给你|打到|转到/.test(
    phrase,
  )
/** Where the paying begins, so that what stands before may tell when. @policy */
export const payVerbAt = (phrase: string): number => {
  const sum = phrase.search(new RegExp(amount))
  const head = sum < 0 ? phrase : phrase.slice(0, sum)
  return [...head.matchAll(anyPayVerb)].at(-1)?.index ?? head.length
}

const rest =
  /(?:余款|余额|余下|剩余|剩下|剩的|其余|尾款|尾数|余(?=\uE001)|另一半|另外一半|后面的(?:钱|款))(?!的?(?:材料|杂物|东西|货物?|垃圾|活|工程(?!款)|房间|时间|事|问题|争议|条款|义务))/
/** @policy */
export const isRemainder = (phrase: string): boolean => rest.test(phrase)
/** @policy */
export const isFirstPart = (phrase: string): boolean =>
  /先|首付|首期|首笔|头款|第[一1][期次笔批]|其中|当场|现场/.test(phrase)
/** @policy */
export const isLaterPart = (phrase: string): boolean =>
  /再(?=付|给|赔|还|支付)|第[二三四五六七八九十\d]+[期次笔批]|然后|接着/.test(phrase)
/** @policy */
export const isTotal = (phrase: string): boolean =>
  new RegExp(
    `总共|一共|共计|合计|总额|总计|总价|总数|总的|总金额|加起来|共(?=付|赔|给|支付|还|欠|补|${marks.amount})`,
  ).test(phrase)
/** @policy */
export const isDebt = (phrase: string): boolean => /欠(?!条|费)/.test(phrase)
/** What is still owed, after all that was paid. @policy */
export const isNetDebt = (phrase: string): boolean => /[还尚仍]欠|还剩|还差|还有/.test(phrase)
/** 、误工费两千 goes on with what was paid before. @policy */
export const isListed = (phrase: string, isClose: boolean): boolean =>
  new RegExp(
    `^(?:再?加上?|以及|和|还有|另外)?[^${marks.amount}]{1,8}(?:${isClose ? '费用?|金|款|工资|损失|钱|补助|补贴' : '费用?|补助'})${amount}$`,
  ).test(phrase)

const moneyNoun =
  /押金|定金|订金|工资|工钱|款(?!式|待)|本金|租金|房租|彩礼|差价|报酬|奖金|补偿金|赔偿金|违约金|保证金|利息|[^免经浪白]费(?!力|事|劲)/
/** @policy */
export const namesMoney = (phrase: string): boolean => moneyNoun.test(phrase)
/** Habits told: 房租每月两千. @policy */
export const isHabit = (phrase: string): boolean =>
  /还贷|月供|\uE004[只就都]?[发拿交开]|工资|房租|租金|月租|房贷|贷款|生活费|收入|利息|保险|水电|学费/.test(
    phrase,
  )

/** @policy */
export const apologises = (phrase: string): boolean =>
  /道歉|赔礼|赔个?不是|致歉|认个?错/.test(phrase) &&
  !/(?:道歉|致歉)(?:的|了事|有什么|没用)/.test(phrase)

const keepOff =
  /(?:不再|不得|(?:保证|承诺|答应|同意|以后|今后|往后|从此|将来|之后|起|后)(?:绝|决|都|也|再|就|坚决)*不(?:会|再|去|在|往|把|向|对|跟|和|来|乱|让)?|绝不|决不|再也不(?:会)?|互不|停止(?!营业|供)|不会再|^(?:我们?|你们|双方)?(?:以后|今后|往后|从此)[^，,]{1,10}不|^不(?:再)?(?:乱|堆|占|停|扔|往)|(?:点|晚上|夜里|凌晨|白天|中午|周末|休息日)[^，,]{0,8}不|不(?=往|在|到).{2,10}(?:堆放?|停|放|晾|养|扔|倒|占|吵|搭|滴|漏|泼|洒|抛|丢))/
const refusesInstead =
  /不(?:再|得|会|会再|能|去|来)?(?:同意|付|给(?!.{0,8}(?:添|造成|制造|惹))|出(?!租|售)|赔|补(?!种)|还|让步|谈|调解|考虑|相信|接受|承担|负责|管|合作|上班|干了|行|配合|道歉|退|搬|拆|修|签|认|好|想|愿|肯|少于|低于|超过|晚于|迟于|计|是|一定|了了|知道|清楚|容易|满意|舒服|敢|如|够|需|用|必|存在|影响)/
/** 不再占道, 晚上十点后不打麻将; and not 不再付钱. @policy Issue 3 §2 */
export const refrains = (phrase: string): boolean =>
  keepOff.test(phrase) &&
  !refusesInstead.test(phrase) &&
  !/不得不|(?<![不])得不到|为什么|别人|^(?:他|她|你)/.test(phrase)

const ended =
  /(?:劳动关系|劳动合同|劳务关系|雇佣关系|租赁关系|租赁合同|房屋租赁|合同|协议|合伙关系?|婚姻关系)[^，,]{0,14}(?:解除|终止|结束|到期|存在|成立)|(?:解除|终止|结束)[^，,]{0,10}(?:劳动关系|劳动合同|劳务关系|租赁关系|租赁合同|合同|协议|合伙|婚姻关系)/
const confirming =
  /^[^，,]{0,12}(?:一致|共同|均|都|同意)?确认(?!一下|书|单|是不是|后|函|不|收货|过)|确认(?=(?:双方|劳动|租赁|合同|无|没有|不存在|欠))/
const settledForGood =
  /(?:再无|无|没有|不存在)(?:任何)?(?:其他|其它|别的|任何)?(?:争议|纠纷|纠葛|瓜葛|经济往来)|互不相欠|两清|就此了结|各不相干|两不相欠/
/** A fact both accept. @policy Issue 3 §2 */
export const confirms = (phrase: string): boolean =>
  !/(?:需要?|[请等待要再])[^，,]{0,6}确认|确认无误/.test(phrase) &&
  !/(?<!一致|共同|双方)(?:不|没有?|未|无法|需要|请|要|再|等|申请|司法)确认/.test(phrase) &&
  (confirming.test(phrase) ||
    settledForGood.test(phrase) ||
    (ended.test(phrase) &&
      (/双方|同意|协商一致|甲乙/.test(phrase) || /[\uE000]/.test(phrase)) &&
      !/[要]求|非法|违法|单方|擅自|口头|突然|被/.test(phrase)))
/** A confirmed fact may lie behind: 已于…解除, 无其他争议. @policy */
export const isPlainFact = (phrase: string): boolean =>
  confirming.test(phrase) || settledForGood.test(phrase)

const strongAct =
  /修好|修复|修缮|修补|补好|补漏|堵漏|重做|重新(?:做|装|铺|刷|修|安装|粉刷|施工|签)|做好?(?:一?遍|一?次)?(?:防水|隔音|保洁)|返工|更换|换成|换掉|换上|换新|换一[个套扇台]|搬走|搬离|搬出|搬开|搬家|搬到|搬清|搬掉|移走|移开|移除|移到|移至|迁走|迁出|迁移|挪走|挪开|挪到|清理|清除|清空|清运|清走|清扫|打扫|拆除|拆掉|拆走|拆下|砍掉|修剪|锯掉|安装|加装|装好|装上|装回|装一[个套扇台]|恢复(?:原状|原貌|供|通|正常|名誉|上班)|腾退|腾空|腾出|腾房|交还|交出|交房|归还|返还|退还|退回|开具|开(?=.{0,8}(?:证明|发票|收据))|出具|办理|办好|办妥|补办|补缴|补签|撤诉|撤回|撤销|撤案|撤走|撤离|删除|删掉|下架|整改|疏通|封堵|封闭|填平|加固|粉刷|刷(?:一遍|白|漆)|铺设|铺上|铺好|铺地垫|移交|移交给|过户|注销|登报|交付|发货|交货|退货|送货|复工|拴好|拴绳|关闭|消毒|赡养|接回|公开澄清|澄清|申请司法确认|配合(?:办理|完成|拆|修|检|做|过)|协助/
const weakAct =
  /配合|提供|签订|签署|签字|通知|看望|探望|照顾|护理|陪护|安排|维修|修理(?!费)|修(?!理费|改|养|车费)|换(?!句|言|来|位)|装(?!作|修费|傻)|搬|移|拆|恢复|拿走|拉走|运走|接走|停(?:到|在)|关(?:窗|门|掉)|检查|检测|鉴定|改(?:造|装|正|成|好)|调整|降低|带.{0,6}(?:看病|检查|复查)|上班|返岗|缴纳|办(?!法|公|不|事处)|交(?:钥匙|房)|验收/
/** A duty that is no payment; the weaker verbs only with a date or a word of consent. @policy Issue 3 §2 */
export const acts = (phrase: string, isPromised: boolean): boolean => {
  const found = strongAct.exec(phrase) ?? (isPromised ? weakAct.exec(phrase) : null)
  if (!found) return false
  const after = phrase.slice(found.index + found[0].length)
  if (/^(?:费|的(?!房|杂|墙|东|垃))/.test(after)) return false
  return !/^(?:归还|返还|退还|退回)$/.test(found[0]) || !namesMoney(phrase)
}
/** @policy */
export const isPromise = (phrase: string): boolean =>
  /同意|愿意|自愿|答应|承诺|保证|负责|一定|马上|立即|立刻|可以|由|会|肯定|应于|应当/.test(phrase)
/** @policy */
export const waives = (phrase: string): boolean =>
  /放弃[^，,]{0,12}(?:权利|请求|主张|诉求|追究|追偿|继承|份额|款项?|差额|利息|债权)|费用?[^，,]{0,6}(?:各自|自行)(?:承担|负担)|(?:各自|自行)(?:承担|负担)/.test(
    phrase,
  )
