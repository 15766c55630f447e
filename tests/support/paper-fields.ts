import type { Block, Paper } from '#documents/paper.ts'
import { withoutWhite } from './docx-text.ts'

const fieldsIn = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block): string[] => {
    if (block.kind === 'together') return fieldsIn(block.blocks)
    if (block.kind === 'signatures') return fieldsIn(block.lead)
    if (block.kind === 'fields')
      return block.rows.flatMap((row) => row.flatMap(({ label, value }) => [label, value]))
    return []
  })

/** Labels and values of a paper's blocks in their order, as a reader of the PDF finds them. */
export const fieldTexts = ({ blocks }: Paper): string[] =>
  fieldsIn(blocks)
    .map((text) => withoutWhite(text.normalize('NFKC')))
    .filter((text) => text !== '')
