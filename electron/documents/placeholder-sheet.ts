import { formPage, paragraph, safeFileName, type Paper } from './paper.ts'

const sheet = (title: string, ...lines: string[]): Paper => ({
  formId: 'placeholder',
  title,
  fileName: safeFileName(title),
  page: formPage,
  blocks: [
    { kind: 'gap', units: 30 },
    { kind: 'title', text: title },
    { kind: 'gap', units: 4 },
    ...lines.map((line) => paragraph(line, { align: 'center', indent: false })),
  ],
})

/** Lies in a volume for a paper of the centre's own Word template that this machine cannot lay out. */
export const wordOnlySheet = (title: string): Paper =>
  sheet(
    title,
    '本件按单位自己的 Word 模板制作，这台电脑没有可用的办公软件，不能并入本文件。',
    '请从卷宗页存为 Word 后打印，放在此处。',
  )

/** Lies in a volume for a scan that cannot be opened. */
export const unreadableScanSheet = (): Paper =>
  sheet('扫描件打不开', '此处应有一页扫描件，文件已损坏或格式不对。请重新扫描后再制作全卷。')
