import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { attachments as contract } from '#contract/agreements.ts'
import { mayReadCase } from '#db/domain/access/case-access.ts'
import { DomainError } from '#db/domain/errors.ts'
import {
  addAttachment,
  largestAttachment,
  mediaTypeOf,
  readAttachment,
} from '#db/services/attachments.ts'
import { getCase } from '#db/services/case-access.ts'
import { requireNotArchived } from '#db/services/closed-dossier.ts'
import { layAttachment } from '#db/services/scans.ts'
import type { Handlers } from './context.ts'
import { readSides } from './scan/file-scans.ts'

export const attachments: Handlers<typeof contract> = {
  async add(context, input) {
    context.actor()
    const files = await context.core.host.chooseOpenFiles({
      title: '选择扫描件或照片',
      extensions: ['pdf', 'jpg', 'jpeg', 'png'],
      many: true,
    })
    // All of them are looked at first: one that is refused must not leave the others half added.
    const read: { name: string; bytes: Buffer }[] = []
    for (const file of files) {
      const name = basename(file)
      const { size } = await stat(file)
      if (size > largestAttachment)
        throw new DomainError('papers.attachmentTooLarge', { name, limit: largestAttachment })
      const bytes = await readFile(file)
      if (!mediaTypeOf(bytes)) throw new DomainError('papers.attachmentKind', { name })
      read.push({ name, bytes })
    }
    const added: string[] = []
    const ids: string[] = []
    for (const { name, bytes } of read) {
      const sides = await readSides(context, input.caseId, bytes)
      await context.write({ kind: 'case', id: input.caseId }, async (tx) => {
        const actor = context.actor()
        // What comes after closing is scanned into the dossier, where it says why it is late.
        requireNotArchived(await getCase(tx, actor, input.caseId, mayReadCase))
        const happening = { tx, actor, now: context.core.clock.now() }
        const id = await addAttachment(happening, { ...input, name, bytes })
        await layAttachment(happening, input.caseId, id, sides)
        ids.push(id)
      })
      added.push(name)
    }
    return { added, ids }
  },
  async view({ db, actor }, { id }) {
    const { row, bytes } = await readAttachment(db, actor, id)
    return { name: row.name, mediaType: row.media_type, base64: bytes.toString('base64') }
  },
}
