import { join } from 'node:path'
import { z } from 'zod'
import { readSmallFile, writeSmallFile } from '#db/store/small-file.ts'

const labelSchema = z.object({ bodyName: z.string(), practice: z.boolean() })

/** What the sign-in screen may say of a closed store: whose it is, and whether it is for practice. */
export type Label = z.infer<typeof labelSchema>

const labelFile = (dir: string) => join(dir, 'label.json')

/** Only words on a screen hang on it: a missing or spoilt one is as good as an empty one. */
export function readLabel(dir: string): Label {
  try {
    return labelSchema.parse(JSON.parse(readSmallFile(labelFile(dir)) ?? ''))
  } catch {
    return { bodyName: '', practice: false }
  }
}

export const writeLabel = (dir: string, label: Label) => {
  writeSmallFile(labelFile(dir), `${JSON.stringify(label)}\n`)
}
