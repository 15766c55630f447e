import type { WordsOf } from './words.ts'

export const visitTexts = {
  'visits.notFound': '没有找到这次回访。',
  'visits.changedElsewhere': '别处刚刚改过，请看过最新内容再改。',
  'visits.alreadyDone': '这次回访已经记过了。',
  'visits.notYet': '回访时间不能晚于现在。',
  'visits.notRepeated': '只有记为“纠纷再次发生”的回访才能转为新案件。',
  'visits.past': '回访日期不能早于今天，请改成今天或者以后的日子。',
  'visits.over': '案件已经回访完，等着归档，不再安排回访。回访过的照样可以补记。',
} satisfies WordsOf<'visits'>
