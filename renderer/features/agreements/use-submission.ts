import { useState } from 'react'
import type { AgreementContent } from '#db/domain/agreement/content.ts'
import { useRun } from '../../lib/ask.ts'
import type { Failure } from '../../lib/failure.ts'
import type { SaveQueue } from '../../lib/save-queue.ts'
import { type AgreementReason, blockingOf } from './agreement-form.ts'
import { focusField } from './field-target.ts'
import {
  openWarnings,
  passedForSubmission,
  type PassedWords,
  type PathObjects,
  warningKey,
} from './passed-warnings.ts'

/** The path under which the field for a warning's reason is found. */
export const whyPath = (reason: AgreementReason, objects: PathObjects): string =>
  `why ${warningKey(reason, objects)}`

type Options = {
  id: string
  queue: SaveQueue<AgreementContent>
  words: PassedWords
  objects: PathObjects
  /** The check of what stands on the screen now. */
  judge: () => AgreementReason[]
  onSubmitted: () => void
}

export type Submission = {
  /** It was tried: what is missing is told at its field. */
  attempted: boolean
  running: boolean
  failure: Failure | undefined
  clear: () => void
  submit: () => Promise<void>
}

/** 送审: to the first thing that stands against it, else the stored text goes to the head with the reasons given. */
export const useSubmission = (options: Options): Submission => {
  const { id, queue, words, objects, judge, onSubmitted } = options
  const [attempted, setAttempted] = useState(false)
  const { run, running, failure, clear } = useRun('agreements.submit')
  const submit = async (): Promise<void> => {
    const reasons = judge()
    const [blocking] = blockingOf(reasons)
    const [open] = openWarnings(reasons, words, objects)
    if (blocking || open) {
      setAttempted(true)
      focusField(blocking ? blocking.path : open ? whyPath(open, objects) : '')
      return
    }
    const passedWarnings = passedForSubmission(reasons, words, objects)
    if (!(await queue.flush())) return
    if (await run({ id, revision: queue.revision(), passedWarnings })) onSubmitted()
  }
  return { attempted, running, failure, clear, submit }
}
