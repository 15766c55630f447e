import type { WordsOf } from './words.ts'

export const sessionTexts = {
  'sessions.notFound': '找不到这次谈话。请回到案件页重新打开。',
  'sessions.alreadyOpen': '这个案件有一次谈话还没有结束。请先进入那一次，结束后再开新的。',
  'sessions.alreadyEnded': '这次谈话已经结束，笔录不能再改。需要补充，请另开一次。',
  'sessions.rightsNotTold': '还没有告知权利义务，不能记录。请先向双方宣读并按“已告知”。',
  'sessions.noEntries': '笔录还是空的，不能这样结束。请至少记下一句。',
  'sessions.entryNotFound': '找不到这一条记录。请重新打开这次谈话。',
  'sessions.attendeeNotFound': '找不到这位参加人。请重新打开这次谈话。',
  'sessions.caseNotMediating': '案件现在不在调解中，不能开始谈话。请先在案件页接手。',
  'sessions.wallNotYours':
    '单独谈话和私人笔记只有本案调解员本人能看、能记。您可以继续双方都在场的谈话。',
  'sessions.consentMissing': '在场的当事人还没有都同意他参加，不能记他的发言。请先征得同意并登记。',
  'sessions.changedElsewhere': '这里的内容刚才在别处改过了。请重新打开，看过新的内容再改。',
  'sessions.factNotFound': '找不到这一条无争议事实，可能已经撤下。请重新打开这次谈话。',
  'sessions.concessionNoFact':
    '这一句是为达成协议作的让步，不能当作无争议事实。请先取消“让步”标记，或者另写一条。',
} satisfies WordsOf<'sessions'>
