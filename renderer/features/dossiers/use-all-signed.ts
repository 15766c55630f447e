import { useState } from 'react'
import { useRun } from '../../lib/ask.ts'
import type { SigningItem } from './finding-rows.tsx'
import { paperName } from './paper-words.ts'
import { signingCounts } from './signing-findings.ts'

/** What was said of a paper, so that it can be read and taken back. */
type Cleared = {
  form: SigningItem['paper']['form']
  objectId: string
  name: string
  counts: string
  /** Of the review, where it was found. */
  point: number
}

/** 整份都签好盖好了: asked for first, told afterwards, and taken back where it was the wrong paper. */
export const useAllSigned = () => {
  const [asked, setAsked] = useState<SigningItem>()
  const [cleared, setCleared] = useState<Cleared>()
  const signing = useRun('dossiers.confirmSigned')
  const undoing = useRun('dossiers.confirmSigned')
  const confirm = async () => {
    if (!asked) return
    const { form, objectId } = asked.paper
    const done = await signing.run({ form, objectId, signed: true })
    if (!done) return
    const counts = signingCounts(asked.findings)
    setCleared({
      form,
      objectId,
      name: paperName(asked.paper),
      counts,
      point: asked.findings[0]?.point ?? 0,
    })
    setAsked(undefined)
  }
  const undo = async () => {
    if (!cleared) return
    const { form, objectId } = cleared
    if (await undoing.run({ form, objectId, signed: false })) setCleared(undefined)
  }
  return {
    asked,
    cleared,
    signing,
    undoing,
    ask: (item: SigningItem) => {
      undoing.clear()
      setAsked(item)
    },
    confirm: () => void confirm(),
    undo: () => void undo(),
    dropAsked: () => {
      signing.clear()
      setAsked(undefined)
    },
    dropCleared: () => {
      undoing.clear()
      setCleared(undefined)
    },
  }
}
