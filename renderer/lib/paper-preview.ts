import { useCallback, useEffect, useRef, useState } from 'react'
import type { PaperForm } from '#contract/papers.ts'
import { call } from './ask.ts'
import { failureOf, type Failure } from './failure.ts'

export type PaperPreview = {
  base64: string | undefined
  title: string | undefined
  failure: Failure | undefined
  /** A newer picture is being made; the old one stays meanwhile. */
  making: boolean
  again: () => void
}

type Question = {
  form: PaperForm
  objectId: string
  /** Whatever changes with the paper's content; a new one makes a new picture. */
  version: string | number
  enabled?: boolean
  delayMs?: number
}

/** The paper as it prints, made anew after each change; never cached, since any command may change a paper. */
export const usePaperPreview = ({
  form,
  objectId,
  version,
  enabled = true,
  delayMs = 0,
}: Question): PaperPreview => {
  const [paper, setPaper] = useState<{ key: string; base64: string; title: string }>()
  const [failure, setFailure] = useState<Failure>()
  const [making, setMaking] = useState(false)
  const [turn, setTurn] = useState(0)
  const isFirst = useRef(true)
  const key = `${form}/${objectId}`
  const ticket = `${key}/${version}/${turn}`
  const wanted = useRef(ticket)

  useEffect(() => {
    if (!enabled) return undefined
    wanted.current = ticket
    const isLatest = (): boolean => wanted.current === ticket
    const make = async (): Promise<void> => {
      isFirst.current = false
      setMaking(true)
      try {
        const made = await call('papers.preview', { form, objectId })
        if (!isLatest()) return
        setPaper({ key, ...made })
        setFailure(undefined)
      } catch (error) {
        if (isLatest()) setFailure(failureOf(error))
      } finally {
        if (isLatest()) setMaking(false)
      }
    }
    const timer = setTimeout(() => void make(), isFirst.current ? 0 : delayMs)
    return () => {
      wanted.current = ''
      clearTimeout(timer)
    }
  }, [form, objectId, key, ticket, enabled, delayMs])

  const again = useCallback(() => setTurn((count) => count + 1), [])
  const shown = paper?.key === key ? paper : undefined
  return { base64: shown?.base64, title: shown?.title, failure, making, again }
}
