import type { TemplateFault } from '#contract/templates.ts'
import type { OutputOf } from '../ask.ts'

type Tag = OutputOf<'templates.tags'>[number]
type Wording = OutputOf<'templates.wordings'>['texts'][number]

export const tagKindLabels = {
  text: '短的字',
  long: '一段话',
  date: '日期',
  time: '时间',
  money: '金额',
  number: '数目',
  flag: '是或否',
  list: '有几份就印几遍',
} satisfies Record<Tag['kind'], string>

export const wordingKindLabels = {
  title: '标题',
  heading: '小标题',
  label: '栏目名',
  text: '正文',
  note: '小字说明',
} satisfies Record<Wording['kind'], string>

const notWord: Readonly<Record<string, string>> = {
  oldWord: '这是旧格式的 Word 文件（.doc）。请在 Word 里另存为“Word 文档（.docx）”，再选那一份。',
  password: '这份文件设了打开密码。请在 Word 里去掉密码，存好再选。',
  otherOffice: '这是表格或者幻灯片，不是 Word 文件。请选 Word 做的 .docx 文件。',
  notZip: '这不是 Word 文件，只是名字像。请在 Word 里打开原来的文件，另存为 .docx 再选。',
  noDocument: '这个文件里没有 Word 的正文，可能是改了名字的压缩包。请选 Word 做的 .docx 文件。',
  macros: '这份文件带有宏（小程序），为了安全不能用。请在 Word 里另存为“Word 文档（.docx）”。',
  linked:
    '这份文件里有从别处取来的图片或者内容，打印时会联网，不能用。请在 Word 里把它们嵌入文件（“断开链接”），存好再选。',
  tooLarge: '这份文件太大。请把里面的大图片压缩或者删掉，不超过 10 MB 再选。',
}

export type FaultWords = { what: string; how?: string }

const change = ({ meant }: TemplateFault): Pick<FaultWords, 'how'> =>
  meant === undefined ? {} : { how: `改成 ${meant}` }

const loopWords = (fault: TemplateFault): FaultWords => {
  const { tag, meant } = fault
  if (/^\{\s/u.test(tag)) return { what: `${tag} 的左括号后面多了空格`, ...change(fault) }
  if (tag.startsWith('{/'))
    return {
      what: `${tag} 前面没有和它对应的开头`,
      ...(meant === undefined ? {} : { how: `应当是 ${meant}，或者把它删掉` }),
    }
  return meant?.startsWith('{/') === true
    ? { what: `${tag} 有头没有尾`, how: `在要重复的内容后面写上 ${meant}` }
    : {
        what: `${tag} 的头和尾没有放对地方`,
        how: meant === undefined ? '头和尾要在同一个格子、同一行或者同一段里' : `改成 ${meant}`,
      }
}

/** A fault of a template for who made it in Word, and what to do about it. */
export const faultWords = (fault: TemplateFault): FaultWords => {
  const { kind, tag } = fault
  switch (kind) {
    case 'unknown':
      return { what: `没有 ${tag} 这个名称`, ...change(fault) }
    case 'unclosed':
      return { what: `${tag} 少了右边的 }`, ...change(fault) }
    case 'unopened':
      return { what: `${tag} 少了左边的 {`, ...change(fault) }
    case 'fullWidth':
      return {
        what: `${tag} 用了中文的括号或者标点，要换成英文的`,
        ...change(fault),
      }
    case 'empty':
      return { what: '花括号里没有写名称', how: '写上名称，或者把这对括号删掉' }
    case 'loop':
      return loopWords(fault)
    case 'notWord':
      return { what: notWord[tag] ?? '这不是能用的 Word 文件。请选 Word 做的 .docx 文件。' }
    case 'damaged':
      return { what: '这份文件坏了，打不开。请在 Word 里打开原来的文件，另存一份再选。' }
  }
}
