import type { Route, RouteCode, RouteGap } from './routes.ts'

export const routeWords = {
  judicialConfirmation: '司法确认',
  arbitralReview: '仲裁审查',
  paymentOrder: '支付令',
  directSuit: '直接起诉',
  notary: '公证（赋予强制执行效力）',
} as const satisfies Record<Route, string>

/** Why a route is closed, as a mediator tells it. */
export const closedWords = {
  notEffective: '协议还没有生效，签字、盖章没有办完。',
  late: '申请的期限已经过了。',
  notJoint: '要双方一起申请，有一方不愿意。',
  statusMatter: '协议涉及婚姻、亲子或者收养关系，法院不确认。',
  rightMatter: '协议是确认物权或者知识产权归谁的，法院不确认。',
  notOnlyPayment:
    '劳动争议的协议里除了付钱还有别的约定，法院只确认付钱的协议。可以把付钱的部分单独写成一份，或者走仲裁审查。',
  alreadyConfirmed: '已经确认过了。对方不履行，可以直接申请强制执行。',
  notLabour: '不是劳动争议，仲裁委员会不审查。',
  labourRelation: '协议是确认有没有劳动关系的，仲裁委员会不受理审查。',
  writtenRequired: '劳动争议必须有书面的调解协议书。',
  noMoney: '协议没有约定付钱，不能申请支付令。',
  notDue: '还没有到期未付的钱，不能申请支付令。',
  mutualDebts: '申请人自己也欠对方的钱，不能申请支付令。',
  notDeliverable: '支付令送不到对方手里，法院不发。',
  otherLabourDebt:
    '这笔钱不属于拖欠劳动报酬、工伤医疗费、经济补偿或者赔偿金，不能凭调解协议申请支付令。',
  orderEnded: '支付令已经申请过，程序已经终结。',
  notBreached: '对方还没有违约，现在不必起诉。',
  arbitrateFirst: '要先申请劳动仲裁，不能直接起诉。',
  nothingToGive: '协议没有付钱、交东西或者做事的内容，公证机构不赋予强制执行效力。',
} as const satisfies Record<RouteCode, string>

/** What is still missing before one can go there. */
export const gapWords = {
  askBoth: '问清双方是否都愿意一起申请。',
  debtorAddress: '问清对方现在的住址，支付令要能送到。',
  writtenText: '口头协议要先写成书面的。',
  debtorPromise: '要对方到公证处，承诺不履行时愿意接受强制执行。',
} as const satisfies Record<RouteGap, string>
