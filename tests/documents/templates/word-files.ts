import {
  Document,
  Footer,
  Header,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import JSZip from 'jszip'

/** A paragraph as Word saves one that was typed, corrected and made bold here and there: in many runs. */
export const paragraph = (...runs: string[]) =>
  new Paragraph({
    children: runs.map(
      (text, index) => new TextRun({ text, bold: index % 2 === 1, italics: index % 3 === 2 }),
    ),
  })

export const table = (...rows: string[][]) =>
  new Table({
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: cells.map((text) => new TableCell({ children: [paragraph(text)] })),
        }),
    ),
  })

type Child = Paragraph | Table
type Around = { header?: string; footer?: string }

/** A Word file of strings, each a paragraph, and tables; `|` in a string cuts it into runs. */
export const wordFile = (
  children: readonly (string | Child)[],
  { header, footer }: Around = {},
): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          ...(header && { headers: { default: new Header({ children: [paragraph(header)] }) } }),
          ...(footer && { footers: { default: new Footer({ children: [paragraph(footer)] }) } }),
          children: children.map((each) => (typeof each === 'string' ? paragraph(each) : each)),
        },
      ],
    }),
  )

/** The same file with one of its parts changed. */
export const withPart = async (
  docx: Uint8Array,
  name: string,
  change: (xml: string) => string | Uint8Array,
): Promise<Buffer> => {
  const zip = await JSZip.loadAsync(docx)
  zip.file(name, change((await zip.file(name)?.async('string')) ?? ''))
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}
