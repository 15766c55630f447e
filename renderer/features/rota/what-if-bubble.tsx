import { useEffect, useState } from 'react'
import { useAsk } from '../../lib/ask.ts'
import { failureText } from '../../lib/failure.ts'
import type { Planned } from './drag-plan.ts'

const restMs = 120

/** The same value once it has rested for a moment: a hand that passes over ten places asks once. */
const useRested = (text: string): string => {
  const [rested, setRested] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), restMs)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}

/** Beside the carried name: what it would break and mend here, and how fairness would move. */
export function WhatIfBubble({ rotaId, planned }: { rotaId: string; planned: Planned }) {
  const wanted = JSON.stringify(planned)
  const isRested = useRested(wanted) === wanted
  const move = 'not' in planned ? { out: [], into: [] } : planned
  const asked = useAsk(
    'rotas.whatIf',
    { id: rotaId, ...move },
    { enabled: isRested && !('not' in planned) },
  )
  if ('not' in planned)
    return (
      <span className="rota-bubble rota-bubble-no" role="status">
        ✕ {planned.not}
      </span>
    )
  if (asked.failure)
    return (
      <span className="rota-bubble rota-bubble-no" role="status">
        {failureText(asked.failure)}
      </span>
    )
  if (!isRested || !asked.data || asked.previous)
    return <span className="rota-bubble">正在看放在这里会怎样…</span>
  const { words, broken } = asked.data
  return (
    <span
      className={broken.length > 0 ? 'rota-bubble rota-bubble-no' : 'rota-bubble'}
      role="status"
    >
      {words.length === 0 ? '没有影响' : words.map((text) => <span key={text}>{text}</span>)}
    </span>
  )
}
