import type { WordsOf } from './words.ts'

export const firmTexts = {
  'firms.notFound': '没有找到这家律所。',
  'firms.changedElsewhere': '别处刚刚改过，请看过最新内容再改。',
  'firms.datesReversed': '协议的结束日期早于开始日期，请核对。',
  'firms.hasLawyers': '这家律所还有律师在名册上，请先给他们改律所或者办离任。',
  'firms.nameTaken': '名册上已经有同名的律所。',
  'firms.badIdentity': '证件号码或信用代码不对，请核对；不清楚可以留空。',
} satisfies WordsOf<'firms'>

export const lawyerTexts = {
  'lawyers.notFound': '没有找到这位律师。',
  'lawyers.notYours': '只能改自己的资料。',
  'lawyers.changedElsewhere': '别处刚刚改过，请看过最新内容再改。',
  'lawyers.nameTaken': '名册上已经有同名的律师，请在姓名后加区分，例如“李明（城东）”。',
  'lawyers.accountTaken': '这个账号已经连到另一位律师。',
  'lawyers.accountNotLawyer': '只能连志愿律师的账号。',
  'lawyers.datesReversed': '结束日期早于开始日期，请核对。',
  'lawyers.leftTooEarly': '离任日期早于加入日期，请核对。',
  'lawyers.invalidPhone': '电话号码不对，请核对。',
  'lawyers.dayNotFound': '没有找到这条可值时段或请假。',
  'lawyers.past': '这些日子已经过去，不能再改。',
  'lawyers.badFile': '这个文件读不出来。请用本程序导出的空表填写，或换一个日历文件。',
  'lawyers.fileTooBig': '这个文件太大，请拆小再导入。',
  'lawyers.weakPin': '这个数字太容易猜，请不要用六个相同或连续的数字。',
} satisfies WordsOf<'lawyers'>
