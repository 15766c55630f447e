import { marks } from './marks.ts'

/** Why words that look like a term are none. */
export type Mood = 'refused' | 'past' | 'asked' | 'conditional' | 'hedged' | 'demanded'

const harmlessNot =
  /赔个?不是|不但|不仅|不光|不论|不管|不得不|不晚于|不迟于|不拖欠?|不另|不含|不计|分不少|分不差|不打折|不好意思|对不起|不容易|不动产|不锈钢|不同(?!意)|没问题|没意见|没关系|无条件|无息|无偿|未来|未成年|未婚|分别|特别|别的|个别|区别|别人|差别|别墅|级别|无论/g
const refusal =
  /[不没未勿莫休甭]|(?<![分特个区差级])别(?!的|人|墅)|无|拒绝?|反对|免谈|做梦|想得美|太[高多贵少低狠]|付不起|凭什么|取消|收回|撤回(?:报价|方案|提议)/
const question =
  /[?]|[吗么嘛]$|呢$|能不能|可不可以|行不行|好不好|会不会|要不要|愿不愿意|肯不肯|同不同意|能否|可否|是否|是不是|有没有|多少|怎么|咋|什么时候|何时|为什么|为啥|哪[个里天年]|谁|几时|几号|几月/
const tag =
  /^(?:你们?|您|大家|这样|对方)?(?:看|觉得|说)?(?:这样)?(?:行不行|行吗|可以吗|可不可以|好吗|好不好|怎么样|如何|同意吗|同不同意|成不成|成吗|行伐|好伐|中不中|能接受吗|没问题吧|行吧|可以吧|好吧|对吧)[?]?$/
const pastWords = new RegExp(
  `去年|前年|上个?月|上周|上个?(?:星期|礼拜)|昨[天日晚]|前天|上次|上回|那次|那时|当时|当初|曾经?|原先|原来|本来|早就|已经?(?!婚)|刚刚|刚才|刚[付给赔还交]|(?:实|已)[付发交]|(?:付|给|赔|还|交|退|打|转|汇|掏|垫|修|道|搬|拆|换|修好|搬走|拆掉|道完|开|清理|清|装|删|撤|办|赔偿|支付|转账)(?:过(?!来|去|户)|了(?!结|断|清|算|事|${marks.amount}.*就))|(?<!会|一定|肯定|要|保证.*)(?:付|给|赔|交|出|打|转|修|花)的$|^(?:我们?|你们?|他们?|她|公司)?(?:之前|以前|过去)`,
)
const condition =
  /如果|要是|假如|假使|假设|倘若|若(?!干)|只要|只有|除非|一旦|万一|的话|否则|不然|(?<![比例诸])如(?!数|期|约|实|下|上|此|何|同|意|愿|常|故|前|今)|即使|就算(?!了)|哪怕|纵使|逾期|超期|过期|到期(?:不|未|没)|违约(?!金)|前提|条件是|除了/
const consequence = /就|则|[加付赔给扣按再]|承担|支付|视为|有权|不/
const hedge =
  /考虑|想想|商量|再[说谈议]|另[谈议]|嫌|打发|看情况|看着办|尽量|争取|尽力|可能|也许|或许|说不定|恐怕|估计|大概|大约|差不多|好像|听说|据说|比如|例如|打个?比方|理论上|最好|希望|盼|建议|劝|律师说|人家说|别人说|(?:老婆|老公|爱人|儿子|女儿|朋友|同事|亲戚|书记|主任|警察|民警)(?:也)?(?:说|讲)|网上说|法院判|判决|裁决|裁定|合同(?:里|上|中)?(?:约定|写|规定|说)|按(?:照)?(?:合同|规定|法律|标准)|说好|讲好|说过|答应过|应(?:[付发得]|赔(?!偿))(?!于|在)|市场价|评估|(?<![最顶至的])[多少][付给赔](?!的)|[再多](?:加|添)(?!装|固|班)|加付|减掉|优惠|便宜|打折|花了?$|要花|值/
const demand =
  /要求|请求|索赔|(?<![业房店车债])主张|诉求|必须|应该|(?<!不|值|获|取|所|难|觉)得[付给赔还出]|(?<!只|还|也|先|是)要(?=你|他|她|对方|公司|老板|房东)|(?<![只还也先是我们])要(?=我)|[让叫](?:你|他|她|对方|公司|老板|他们|你们)|逼|讨|至少|起码|最少|最低|(?:我|我们|我方)(?:就|还|只|想|一定)?要(?!付|给|赔|出|还|先|再|把)|想要|(?<!我|我们|我方|愿意|同意)要(?=赔|付|给|补偿)|你(?:们)?(?:快|赶紧|赶快)|给我赔|给我付/
const intent = /同意|愿意|自愿|答应|承诺|保证|接受|认可|可以|最多|顶多|我们?|我方|公司|一定/

const plainNot = (phrase: string): string =>
  phrase.replace(harmlessNot, (words) => marks.name.repeat(words.length))

/** @policy any word of refusal that is not a set phrase: better no term than a wrong one */
export const isRefused = (phrase: string): boolean => refusal.test(plainNot(phrase))
/** @policy */
export const isPast = (phrase: string): boolean => pastWords.test(phrase)
/** @policy */
export const isQuestion = (phrase: string): boolean => question.test(phrase)
/** 行不行？ after an offer asks for the answer and takes nothing back. @policy */
export const isTag = (phrase: string): boolean => tag.test(phrase)
/** @policy */
export const isHedged = (phrase: string): boolean => hedge.test(phrase)
/** What somebody wants of the other. @policy a claim is not an offer */
export const isDemand = (phrase: string): boolean => demand.test(phrase)
/** @policy */
export const opensCondition = (phrase: string): boolean => condition.test(phrase)
/** The condition carries its own consequence, and so leaves what was said before alone. @policy */
export const hasConsequence = (phrase: string): boolean => {
  const match = condition.exec(phrase)
  return match !== null && consequence.test(phrase.slice(match.index + match[0].length))
}
/** @policy first person or a word of consent */
export const isOwnOffer = (phrase: string): boolean => intent.test(phrase)

const verdict =
  /^(?:这个?|那|我们?|我方|公司|对方|他们?|她|你|绝对|肯定|就|那是|根本|也|都|还是|反正|,)*(?:不同意|没同意|没答应|没要|没接受|拒绝了?|不行|不可能|不接受|不答应|不愿意?|不肯|不干|没门|没这个钱|没钱|付不起|拿不出来?|太[高多贵少低狠]了?|免谈|做梦|想得美|接受不了|不能接受|办不到|做不到|不现实|没法接受|开玩笑|算了吧|取消了?|作废了?|收回)(?:的|了|啊|呀|哦|吧|!)*$/

const unkept =
  /^(?:但是?|可是?|结果)?(?:到|直到)?(?:现在|至今|今天|如今)?(?:都|也|还|一直)*(?:没有?|未)(?:给|付|还|赔|兑现|到账|办|修|做|搬)/

/** A phrase that does nothing but turn down what was said before it. @policy */
export const isVerdict = (phrase: string): boolean => verdict.test(phrase) || unkept.test(phrase)
