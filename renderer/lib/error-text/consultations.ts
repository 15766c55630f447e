import type { WordsOf } from './words.ts'

export const consultationTexts = {
  'consultations.notFound': '没有找到这条咨询。',
  'consultations.changedElsewhere': '别处刚刚改过，请看过最新内容再改。',
  'consultations.notYours': '只能看和改自己解答的咨询。',
  'consultations.removed': '这条咨询已经删除，恢复后才能改。',
  'consultations.future': '时间不能晚于现在。',
  'consultations.alreadyHandedOver': '这条咨询已经转成接访登记。',
} satisfies WordsOf<'consultations'>
