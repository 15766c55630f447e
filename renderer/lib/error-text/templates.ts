import { textIn, type FailureDetails, type WordsOf } from './words.ts'

const notPossible: Readonly<Record<string, string>> = {
  template: '这一种文书要凭核验码证明没有被改过，只能按系统的格式印，不能换成自己的 Word 文件。',
  wordings: '这一种文书是系统按记录排出来的，上面的字不能在这里改。',
  start: '这一种文书没有起始文件。请在 Word 里自己做一份，再选来检查。',
}

const broken = (details: FailureDetails): string => {
  const words = textIn(details, 'words')
  if (words === undefined) return '改过的字里有不对的地方，没有保存。请检查花括号和里面的名称。'
  const how = textIn(details, 'place') === undefined ? '请改好再试。' : '请改好标红的那一处再试。'
  return `没有保存：${words}。${how}`
}

export const templateTexts = {
  'templates.notFound': '找不到这一项，可能刚刚被别人停用了。请看重新列出的清单。',
  'templates.hasFaults': '这份 Word 文件还有标签不对，没有启用。请改好以后重新选它检查。',
  'templates.notPicked': '找不到刚才选的 Word 文件，可能移走了或者 U 盘拔掉了。请重新选择。',
  'templates.dayTaken': (details) => {
    const name = textIn(details, 'name')
    const which = name === undefined ? '另一份模板' : `“${name}”`
    return `${which}也是从这一天起用的。请先停用它，或者换一个日期。`
  },
  'templates.wordingBroken': broken,
  'templates.noTemplate': (details) =>
    notPossible[textIn(details, 'what') ?? ''] ?? '这一种文书不能这样改。',
} satisfies WordsOf<'templates'>
