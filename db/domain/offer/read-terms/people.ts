import { marks } from './marks.ts'

export type ReaderParty = { name: string }
export type ReaderSpeaker = {
  speaker?: string | undefined
  parties?: readonly ReaderParty[] | undefined
  /** 张三：… in the text itself. */
  isLabelled?: boolean
}

/** Where a name stands in a text. */
export type FoundName = { from: number; to: number }

const placeholders = ['张三', '李四', '王五', '赵六', '钱七', '孙八', '周九', '吴十']

/**
 * Names that must not be read as figures: those of the parties and the customary 张三 and 李四.
 * @policy Issue 3 §2
 */
export const findNames = (plain: string, parties: readonly ReaderParty[]): FoundName[] => {
  const names = [...parties.map(({ name }) => name.replace(/\s/g, '')), ...placeholders]
    .filter((name) => name.length >= 2)
    .toSorted((a, b) => b.length - a.length)
  const found: FoundName[] = []
  for (const name of names) {
    for (let from = plain.indexOf(name); from >= 0; from = plain.indexOf(name, from + 1)) {
      const to = from + name.length
      if (found.every((other) => to <= other.from || from >= other.to)) found.push({ from, to })
    }
  }
  return found
}

const roles =
  '用人单位|劳动者|被申请人|申请人|装修公司|物业公司|保险公司|运输公司|施工队|施工方|供货商|开发商|包工头|工头|承租人|承租方|出租人|出租方|委托人|受托人|村委会|居委会|楼上|楼下|房东|房客|房主|租客|业主|物业|公司|厂里|厂方|工厂|单位|老板娘|老板|邻居|甲方|乙方|丙方|丁方|原告|被告|买方|卖方|买家|卖家|男方|女方|车主|司机|店主|店家|商家|店里|中介|医院|学校|东家'
const me = '我们公司|我们厂|我公司|我们|我方|我司|本人|本公司|咱们|咱|俺|我'
const you = '你们公司|你公司|你们|你方|贵公司|贵方|对方|您|你'
const them = '双方|大家|各方|他们|她们|他|她'
const surnames =
  '王李张刘陈杨黄赵吴周徐孙胡朱林何郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶潘杜戴夏钟汪田姜范姚谭廖邹熊陆郝崔邱秦江史顾侯邵孟龙段雷尹黎武乔贺赖龚庞樊殷陶翟颜倪牛俞鲁葛伍韦尤毕聂柳邢岳梅莫庄詹屠裘骆竺'
const given = '[^的了费款钱金租们家由于向给把付赔还末天时间\uE000-\uE004，,、]'
const called =
  '老板娘?|师傅|阿姨|先生|女士|小姐|经理|医生|老师|大[爷妈哥姐叔]|总|工|某某?|厂长|店长'
const company = '[\u4e00-\u9fff()]{2,14}?(?:有限公司|公司|厂|合作社|经营部|店)'
const titled = `[${surnames}马高方金余于钱石万毛安白文阮包章施严温](?:${called})|[老小阿][${surnames}马高方金余于钱石毛白]`
const known = `${marks.name}+|${titled}|${roles}|${me}|${you}|${them}`
const surnamed = `[${surnames}]${given}{1,2}?`

const verbs =
  '垫付|发放|补发|发|收到|拿到|领到|支付|给付|付|赔|给|出|还|退|补|交|承担|负担|负责|归还|返还|偿还|结清|转账|转|汇|打|拿|掏|修|搬|拆|清|换|移|开具|出具|办|配合|恢复|道歉|赔礼|停止|不'
const afterSubject = `(?=都?(?:同意|愿意|自愿|愿|答应|承诺|保证|表示|提出|说|称|确认|认可|接受|应当?|须|需|必须|定于|于|在|会|可以|能|来|向|由|把|将|一次性|先|再|也|就|只|另|最多|顶多|至多|马上|立即|立刻|当场|当面|现场|负责|按|从|自|分|一共|总共|共|书面|公开|[${marks.date}${marks.plan}${marks.amount}]|${verbs})|$)`
const opening =
  '(?:那么?|就|然后|另外|此外|但是?|不过|所以|因此|其中|同时|并且?|经协商|经调解|这样|好[的吧]?|行|嗯|由|一、|二、|三、|\\d[.、)])*'

const office = `(?:(?:${roles}|员工|职工|工人|村民|居民|客户|顾客|乘客)(?=${titled}|${marks.name}))?`

const subjectPattern = new RegExp(
  `^${opening}${office}(?<who>(?:${known})(?:本人)?|${company}|${surnamed})${afterSubject}`,
)
const byPattern = new RegExp(
  `(?:由|归)(?<who>${known}|${company}(?=负责|承担|支付|付|出|赔)|${surnamed}(?=来|负责|承担|支付|付|出|赔|给|负担|$))`,
)
const beforeVerb = new RegExp(
  `${marks.amount}(?:[^${marks.amount}，,]{0,6}?)(?<who>${known}|${surnamed})(?:来|自己)?(?:出|付|支付|承担|赔|给|还|负责|认)`,
)
const toPattern = new RegExp(
  `(?:付给|支付给|赔给|赔偿给|补偿给|还给|退给|退还给|返还给|打给|转给|汇给|交给|补给|发给|给|向|支付|赔偿|补偿|退还|返还|偿还|归还|赔付|付|赔|还|退|补)${office}(?<who>(?:${known})(?!公司|老婆|爱人|儿子|女儿|家属)|${company}|${surnamed}(?=[${marks.amount}${marks.date}]|人民币|支付|付|赔|补|退|返|偿|归|道歉|一次性|共计?|的|医|误|护|工|货|欠|押|定|经济|剩|余|尾|$))`,
)

export type Said = { who: string; from: number; to: number }

const said = (pattern: RegExp, view: string): Said | undefined => {
  const match = pattern.exec(view)
  const who = match?.groups?.['who']
  if (!match || !who) return undefined
  const from = match.index + match[0].indexOf(who)
  return { who, from, to: from + who.length }
}

/** Who the phrase begins with, as covered text; payer when the phrase pays. @policy grammar only */
export const subjectOf = (view: string): Said | undefined => said(subjectPattern, view)
/** 由…承担 and 一万八…出. @policy grammar only */
export const payerOf = (view: string): Said | undefined =>
  said(byPattern, view) ?? said(beforeVerb, view)
/** 付给…, 向…支付. @policy grammar only */
export const payeeOf = (view: string): Said | undefined => said(toPattern, view)

const whole = (words: string) => new RegExp(`^(?:${words})$`)
const [isMe, isYou, isThem] = [whole(me), whole(you), whole(them)]

/** @policy 我, 我们, 我方 */
export const isSelf = (words: string): boolean => isMe.test(words)

/**
 * The name behind the words. 我 and 你 only when it is known who speaks and there is one other party;
 * 他 never; 公司 is the one party whose name has it, else the word itself.
 * @policy Issue 3 §2: named in the text, or not at all
 */
export const nameOf = (
  words: string,
  { speaker, parties = [], isLabelled = false }: ReaderSpeaker,
): string | undefined => {
  const bare = words.replace(/本人$/, '') || words
  const others = parties.filter(({ name }) => name !== speaker)
  const isPair = speaker !== undefined && others.length === 1
  if (isMe.test(bare)) return isPair || isLabelled ? speaker : undefined
  if (isYou.test(bare)) return isPair ? others[0]?.name : undefined
  if (isThem.test(bare)) return undefined
  const alike = parties.filter(({ name }) => name.replace(/\s/g, '').includes(bare))
  return alike.length === 1 ? alike[0]?.name : bare
}
