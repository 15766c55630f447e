import { localDateOf } from '#db/domain/local-date.ts'
import { recoveryKeySheet } from '#documents/recovery-key-sheet.ts'
import type { Label } from './label.ts'

export const recoveryKeyPaper = (label: Label, recoveryKey: string, now: string) =>
  recoveryKeySheet({
    bodyName: label.bodyName,
    practice: label.practice,
    recoveryKey,
    madeOn: localDateOf(now),
  })
