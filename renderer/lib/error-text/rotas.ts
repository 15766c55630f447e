import type { WordsOf } from './words.ts'

export const deskTexts = {
  'desks.notFound': '没有找到这个窗口。',
  'desks.changedElsewhere': '别处刚刚改过，请看过最新内容再改。',
  'desks.nameTaken': '已经有同名的窗口。',
  'desks.patternTwice': '同一天的同一时段填了两次。',
  'desks.hasDuties': '这个窗口以后还有已发布的值班，请先改好值班表再停用。',
  'desks.pairingExists': '这两位律师已经定过搭配。',
  'desks.pairingNotFound': '没有找到这一对搭配。',
} satisfies WordsOf<'desks'>

export const rotaTexts = {
  'rotas.notFound': '没有找到这张值班表。',
  'rotas.changedElsewhere': '别处刚刚改过值班表，已换成最新内容，请看过再改。',
  'rotas.datesReversed': '结束日期早于开始日期，请核对。',
  'rotas.tooLong': '一张值班表最多排 62 天。',
  'rotas.overlaps': '这段日子已经有值班表，请改日期。',
  'rotas.noDesks': '还没有设窗口和班次。请先到 设置 → 值班设置 里添加。',
  'rotas.noLawyers': '名册上还没有律师。请先到 设置 → 律师 里添加。',
  'rotas.noShifts': '这段日子没有要排的班次。请检查窗口的班次和开放日。',
  'rotas.published': '已经发布过的值班表不能删除。',
  'rotas.past': '已经开始的班次不能再改，请在“今天到岗”里处理。',
  'rotas.seatTaken': '这位律师已经在这一班。',
  'rotas.seatNotFound': '这位律师不在这一班，值班表可能刚改过。',
  'rotas.notSeen': '这个位子由主任安排，您不能改动。',
  'rotas.noneBefore': '前面没有可以照抄的值班表。',
  'rotas.solving': '正在排班，请等它排完或者先停下。',
  'rotas.nothingToPublish': '和已发布的一样，没有要发布的变动。',
  'rotas.unknownRule': '这条规则已经不存在，请重新排一次。',
} satisfies WordsOf<'rotas'>
