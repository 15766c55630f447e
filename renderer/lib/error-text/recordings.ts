import type { WordsOf } from './words.ts'

export const recordingTexts = {
  'recordings.notAllowed': '本中心没有开放录音。需要录音，请主任或管理员到设置里打开。',
  'recordings.consentMissing':
    '在场的当事人还没有都同意录音，没有开始录。请先问明每一方并勾上“同意”。',
  'recordings.separateTalk': '单独谈话和休会时不录音。回到双方谈话后再录。',
  'recordings.alreadyRunning': '这段录音还在录，不能删。请先停止录音。',
  'recordings.notFound': '找不到这段录音，声音可能已经到期删除。笔录不受影响。',
  'recordings.ended': '这段录音已经结束，不能再往里录。需要再录，请重新开始一段。',
  'recordings.kindUnknown':
    '这台电脑录下的声音格式不能保存，没有开始录。请改用笔录，并告诉管理员。',
  'recordings.tooLong': '这一段录得太长，已经存下的都在。请停止后重新开始一段。',
} satisfies WordsOf<'recordings'>
