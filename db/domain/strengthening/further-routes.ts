import type { CountedEnds } from '../clocks/last-days.ts'
import { deadlineOf, type Deadline, type HolidayYear } from '../deadline/period.ts'
import { findRule } from '../deadline/find-rule.ts'
import type { DeadlineRule } from '../deadline/rule.ts'
import type { LocalDate } from '../local-date.ts'
import { closedWords, gapWords, routeWords } from './route-words.ts'
import {
  routes,
  type RouteCode,
  type RouteFacts,
  type RouteGap,
  type RouteReason,
} from './routes.ts'

/** The five routes that make an agreement binding, and the two ways on where it was broken. */
export const applicationRoutes = [...routes, 'arbitration', 'enforcement'] as const
export type ApplicationRoute = (typeof applicationRoutes)[number]

/** What an agreement may be enforced by. */
export type EnforceableBy = 'judicialConfirmation' | 'arbitralReview' | 'paymentOrder' | 'notary'

export type FurtherFacts = RouteFacts & {
  enforceableBy?: EnforceableBy | undefined
  /** Last day of the whole performance; of instalments the last one. */
  lastPerformanceOn?: LocalDate | undefined
}

export type FurtherCode = 'noTitle' | 'tooLateToEnforce' | 'pending' | 'otherPending' | 'caseOver'
export type AnyRouteCode = RouteCode | FurtherCode

export type FurtherView = {
  route: ApplicationRoute
  open: boolean
  closed: readonly RouteReason<AnyRouteCode>[]
  missing: readonly RouteReason<RouteGap>[]
  deadline?: Deadline
}

type Check = [applies: boolean, code: AnyRouteCode, ruleId: string]

const view = (
  route: ApplicationRoute,
  checks: readonly Check[],
  deadline?: Deadline,
): FurtherView => {
  const closed = checks.flatMap(([applies, code, ruleId]) => (applies ? [{ code, ruleId }] : []))
  return {
    route,
    open: closed.length === 0,
    closed,
    missing: [],
    ...(deadline && { deadline }),
  }
}

/**
 * Arbitration of a labour agreement that was broken.
 * @law 《劳动争议调解仲裁法》第十五条 (F8)
 */
export const arbitrationRoute = (facts: RouteFacts): FurtherView => {
  if (!facts.isLabour) return view('arbitration', [[true, 'notLabour', 'F8']])
  const breached = facts.unpaid.length > 0 || facts.otherBreach
  return view('arbitration', [
    [facts.effectiveOn === undefined, 'notEffective', 'D2'],
    [!breached, 'notBreached', 'F8'],
    [facts.confirmed !== undefined, 'alreadyConfirmed', 'E8'],
  ])
}

type Given = {
  today: LocalDate
  /** By the clocks of the case, which know what moved them; else counted plainly. */
  ends?: Pick<CountedEnds, 'E11'>
  calendar: readonly HolidayYear[]
  rules: readonly DeadlineRule[]
}

/**
 * Enforcement of what a court, a commission or a notary has made enforceable: within two years from the last day of
 * performance.
 * @law 《民事诉讼法》第二百五十条 (E11, G6)
 */
export const enforcementRoute = (
  facts: FurtherFacts,
  { today, calendar, rules, ends }: Given,
): FurtherView => {
  const { lastPerformanceOn, enforceableBy } = facts
  const found = lastPerformanceOn && findRule(rules, { rule: 'E11', on: lastPerformanceOn })
  const rule = found?.ok ? found.rule : undefined
  const deadline =
    ends?.E11 ??
    (lastPerformanceOn && rule && rule.period.unit !== 'workday'
      ? deadlineOf(
          { ruleId: rule.ruleId, period: rule.period, source: rule.source },
          lastPerformanceOn,
          calendar,
        )
      : undefined)
  const breached = facts.unpaid.length > 0 || facts.otherBreach
  return view(
    'enforcement',
    [
      [facts.effectiveOn === undefined, 'notEffective', 'D2'],
      [enforceableBy === undefined, 'noTitle', 'E8'],
      [!breached, 'notBreached', 'E11'],
      [
        deadline !== undefined && today > (deadline.rolled ?? deadline.raw),
        'tooLateToEnforce',
        'E11',
      ],
    ],
    enforceableBy && deadline,
  )
}

/** @policy As a mediator tells it */
export const furtherWords = {
  noTitle:
    '协议还没有经法院确认、仲裁委员会审查，也没有生效的支付令或者公证债权文书，不能申请强制执行。',
  tooLateToEnforce: '申请执行的两年期间已经过了。请向法院核对有没有中止、中断的情形。',
  pending: '已经申请，正在等结果。',
  otherPending: '另一项申请还没有结果，办完再说。',
  caseOver: '案件现在的状态不能再登记这项申请。',
} as const satisfies Record<FurtherCode, string>

/** @policy Words of every reason against a route */
export const closedReasonWords = (code: AnyRouteCode): string =>
  code in furtherWords ? furtherWords[code as FurtherCode] : closedWords[code as RouteCode]

/** @policy Words of what is still missing */
export const missingWords = (code: RouteGap): string => gapWords[code]

export const applicationRouteWords = {
  ...routeWords,
  arbitration: '劳动仲裁',
  enforcement: '强制执行',
} as const satisfies Record<ApplicationRoute, string>

type About = {
  gives: string
  source: string
  /** Where it stands besides, of a labour dispute. */
  labourSource?: string
}

/** What each route gives and costs, in a sentence, and where it stands in the law. */
const routeAbout: Readonly<Record<ApplicationRoute, About>> = {
  judicialConfirmation: {
    gives: '法院裁定协议有效，对方不履行可以直接申请强制执行。双方一起去，不收费。',
    source: '《民事诉讼法》第二百零五条、第二百零六条；《人民调解法》第三十三条',
  },
  arbitralReview: {
    gives: '仲裁委员会审查后制作调解书，对方不履行可以申请强制执行。双方一起去，不收费。',
    source: '《劳动人事争议仲裁办案规则》第七十四条；《劳动争议调解仲裁法》第五十三条',
  },
  paymentOrder: {
    gives: '法院命令对方十五日内付钱；对方不付又不提异议，可以申请强制执行。债权人一方就能申请。',
    source: '《民事诉讼法》第二百二十五条至第二百二十七条',
    labourSource: '《劳动争议调解仲裁法》第十六条',
  },
  directSuit: {
    gives: '请法院判决对方按协议履行，不用双方一起去。要交诉讼费，时间较长。',
    source: '《人民调解法》第三十二条',
    labourSource: '《劳动争议司法解释（一）》第五十一条',
  },
  notary: {
    gives: '公证机构出具赋予强制执行效力的公证书。要双方到场、对方承诺愿意接受强制执行，收公证费。',
    source: '《公证法》第三十七条（未核对）',
  },
  arbitration: {
    gives: '请仲裁委员会裁决，不收费。对裁决不服，一般还可以起诉。',
    source: '《劳动争议调解仲裁法》第十五条、第五十三条',
  },
  enforcement: {
    gives: '请法院强制对方履行已经确认的内容。最迟在履行期限最后一日起两年内申请。',
    source: '《民事诉讼法》第二百五十条',
  },
}

/** @policy A source of labour law is named where the dispute is one */
export const aboutRoute = (route: ApplicationRoute, isLabour: boolean) => {
  const { gives, source, labourSource } = routeAbout[route]
  return { gives, source: isLabour && labourSource ? `${source}；${labourSource}` : source }
}
