import type { WordsOf } from './words.ts'

export const volumeTexts = {
  'volumes.busy': '这个案件的全卷正在制作，请等它做完，或先按取消。',
  'volumes.cancelled': '已取消，没有做成全卷，也没有保存任何文件。',
  'volumes.empty': '这个案件还没有可以装进卷宗的文书。请先办完前面的步骤。',
} satisfies WordsOf<'volumes'>
