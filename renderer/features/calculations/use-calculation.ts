import { useEffect, useMemo, useState } from 'react'
import type { CalcName } from '#db/domain/labour/calc-names.ts'
import type { CalcReason } from '#db/domain/labour/calc-sheet.ts'
import { type OutputOf, useAsk } from '../../lib/ask.ts'
import type { Failure } from '../../lib/failure.ts'
import { inputOf, problemsOf, type CalcDraft, type Problem } from './form-values.ts'

export type Reckoned = Extract<OutputOf<'calculations.run'>, { ok: true }>['result']

/** How far the figure has come. An older figure is never shown for a newer form. */
export type Progress =
  | { state: 'incomplete'; problems: readonly Problem[] }
  | { state: 'reckoning' }
  | { state: 'refused'; reasons: readonly CalcReason[] }
  | { state: 'reckoned'; result: Reckoned }
  | { state: 'failed'; failure: Failure }

const pauseMs = 200

const useSettled = <T>(value: T): T => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

/** Reckons while it is being typed, as soon as nothing is missing. */
export const useCalculation = (name: CalcName, draft: CalcDraft): Progress => {
  const problems = useMemo(() => problemsOf(name, draft), [name, draft])
  const settled = useSettled(draft)
  const question = useMemo(() => ({ name, input: inputOf(name, settled) }), [name, settled])
  const asked = useAsk('calculations.run', question, {
    enabled: problemsOf(name, settled).length === 0,
  })
  if (problems.length > 0) return { state: 'incomplete', problems }
  if (settled !== draft || asked.previous) return { state: 'reckoning' }
  if (asked.failure) return { state: 'failed', failure: asked.failure }
  if (!asked.data) return { state: 'reckoning' }
  return asked.data.ok
    ? { state: 'reckoned', result: asked.data.result }
    : { state: 'refused', reasons: asked.data.reasons }
}
