import { numberIn, textIn, waitWords, type WordsOf } from './words.ts'

export const dutyTexts = {
  'duties.notFound': '没有找到这一班。',
  'duties.changedElsewhere': '别处刚刚改过，请看过最新内容再改。',
  'duties.cancelled': '这一班已经取消。',
  'duties.wrongPin': '密码不对，请再输一次。',
  'duties.pinLocked': (details) =>
    `密码连续输错，请等 ${waitWords(numberIn(details, 'waitSeconds') ?? 60)} 再试，或请窗口工作人员代签。`,
  'duties.noPin': '还没有设签到密码。请主任在 设置 → 律师 里设置，或请窗口工作人员代签。',
  'duties.notToday': '只能签当天的班。',
  'duties.tooEarly': '离上班还早，到上班前一小时再签到。',
  'duties.alreadySignedIn': '已经签过到了。',
  'duties.alreadySignedOut': '已经签退了。',
  'duties.notSignedIn': '还没有签到，先签到再签退。',
  'duties.future': '时间不能晚于现在。',
  'duties.outBeforeIn': '签退时间早于签到时间，请核对。',
  'duties.notLinked': '您的账号还没有连到律师名册。请主任在 设置 → 律师 里连上。',
  'duties.notYours': '只能看自己的班次。',
  'duties.hasCome': '已经签到的班不能记为未到。',
  'duties.over': '这个半天已经结束，不能再安排替班。没有人来的请记为未到；来过的请补签或更正时长。',
  'duties.notBegun': '还没有到上班时间，不能记为未到。',
  'duties.lockScreenOff': '锁屏值班表没有打开。',
} satisfies WordsOf<'duties'>

export const requestTexts = {
  'requests.notFound': '没有找到这条申请。',
  'requests.changedElsewhere': '别处刚刚改过，请看过最新内容再改。',
  'requests.tooLate': '已经过了可以改班的时间（值班前一天晚上），请直接联系主任。',
  'requests.over': '这一班已经开始，不能再换。',
  'requests.breaksRules': (details) => {
    const rules = textIn(details, 'words')
    return rules === undefined
      ? '这样换会违反排班规则。'
      : `这样换会违反排班规则：${rules}。请另选一班或另请一位，也可以请主任决定。`
  },
  'requests.notYours': '只能为自己的班提出申请。',
  'requests.notAsked': '对方没有请您换班。',
  'requests.alreadyDecided': '这条申请已经办完。',
  'requests.sameLawyer': '两个班是同一位律师的，不用换。',
  'requests.samePerson': '不能请自己替班。',
  'requests.alreadyAsked': '这一班已经有一条没办完的申请。',
  'requests.noPartner': '还没有定由谁替班。',
  'requests.datesReversed': '结束日期早于开始日期，请核对。',
  'requests.past': '这些日子已经过去。',
} satisfies WordsOf<'requests'>

export const bookingTexts = {
  'bookings.notFound': '没有找到这次预约。',
  'bookings.changedElsewhere': '别处刚刚改过，请看过最新内容再改。',
  'bookings.past': '不能约在过去的日子。',
  'bookings.alreadyCancelled': '这次预约已经取消。',
  'bookings.closedCase': '案件已经办结归档，不能再预约。',
  'bookings.closedDay': '这一天不开放，请改日子。',
  'bookings.alreadyBooked': '这个案件在这个半天已经约过了。',
} satisfies WordsOf<'bookings'>
