import { numberIn, textIn, type WordsOf } from './words.ts'

export const dossierTexts = {
  'dossiers.stale':
    '归档登记刚在别处改过，您写的内容没有覆盖它。请刷新后核对，再把没写进去的补上。',
  'dossiers.closed':
    '这个案件的卷宗已经归档，不能再改。需要更改，请中心主任在案件页“更多”里重新启用案件。',
  'dossiers.notReady': (details) => {
    switch (textIn(details, 'first')) {
      case 'followUp':
        return '归档要先办完回访，或者写明免予回访的理由。'
      case 'case':
        return '案件还没有办结。先把案件办结，再回访，然后才能归档。'
      default:
        return '现在还不能做这一步：归档要先办完回访，或者写明免予回访的理由；确认签字要等文书定稿。'
    }
  },
  'dossiers.openFindings': (details) => {
    const count = numberIn(details, 'count')
    return `卷宗体检还有${count === undefined ? '' : ` ${count} 处`}问题没有解决，不能归档。请逐条改好；改不了的，请中心主任写明理由后归档。`
  },
  'dossiers.reasonRequired': (details) => {
    const count = numberIn(details, 'count')
    return `卷宗体检还有${count === undefined ? '' : ` ${count} 处`}问题，带着问题归档要写明理由。`
  },
  'dossiers.archiveNumberTaken': (details) => {
    const other = textIn(details, 'caseNumber')
    return `这个档号${other === undefined ? '别的卷宗' : `案件 ${other} `}已经用了，没有保存。请换一个档号。`
  },
  'dossiers.unknownPack': '找不到这个规则包，可能是旧版本里的。请另选一个。',
  'dossiers.lentOut': (details) => {
    const borrower = textIn(details, 'borrower')
    return `这一卷${borrower === undefined ? '' : `在${borrower}手里，`}借出还没有归还。请先登记归还。`
  },
  'dossiers.notLent': '这一卷已经登记归还了，不用再登记。',
  'dossiers.wrongDays':
    '日期的先后不对：借出和归还不能晚于今天，归还不能早于借出，检查不能早于立卷。',
  'dossiers.notTheirs':
    '有的案件不在这位调解员手里，可能刚移交或者刚归档，一件都没有移交。请刷新后重选。',
  'dossiers.notFound': '找不到这份文书或者这条记录，可能刚在别处移走。请刷新卷宗后再试。',
} satisfies WordsOf<'dossiers'>
