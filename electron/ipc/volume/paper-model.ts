import { createHash } from 'node:crypto'
import { canonical, type Json } from '#db/store/canonical.ts'
import type { Made } from './render-paper.ts'

/** A paper as its version is told by: JSON of what it says, and the digest of that. */
export type PaperModel = { model: string; sha256: string; templateId?: string }

/** As it would be read back: what is undefined is not there. */
const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json

/**
 * Marks and codes at head and foot are left out: a paper that another took the place of is still the same paper.
 * A screen signature is part of it.
 */
export function paperModel({ paper, template }: Made): PaperModel {
  const { mark: _mark, code: _code, fileName: _fileName, ...said } = paper
  const model = canonical(asJson(template ? { template: template.id, data: template.data } : said))
  const sha256 = createHash('sha256').update(model).digest('hex')
  return { model, sha256, ...(template ? { templateId: template.id } : {}) }
}
