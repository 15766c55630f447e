import type { WordsOf } from './words.ts'

export const caseTexts = {
  'cases.notFound': '找不到这个案件，可能编号有误。请回到案件列表重新打开。',
  'cases.notReadable': '这个案件不在您可以查看的范围内。需要查看，请找中心主任或承办调解员。',
  'cases.notYours': '这个案件由别的调解员承办，这一步只能由承办人或主任来做。',
  'cases.changedElsewhere': '案件刚刚在别处改过，没有覆盖别人的改动。请看过新内容后再改。',
  'cases.stepNotAllowed': '案件现在的状态不能做这一步。请看页面上写的下一步。',
  'cases.notAcceptable': '按规定这件纠纷不能受理，原因见下。可以告知当事人其他办法。',
  'cases.mediatorNotFound': '找不到这位调解员，或其账号已停用。请另选一位。',
} satisfies WordsOf<'cases'>
