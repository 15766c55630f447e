import { useCallback, useEffect, useRef, useState } from 'react'
import type { PaperForm } from '#contract/papers.ts'
import { call, type OutputOf } from './ask.ts'
import { failureOf, type Failure } from './failure.ts'

type Previewed = OutputOf<'papers.preview'>
export type Unprintable = Previewed['unprintable'][number]

export type PaperPreview = {
  base64: string | undefined
  title: string | undefined
  pages: number | undefined
  /** Characters that no font of this machine can print. */
  unprintable: readonly Unprintable[]
  /** Word may break its lines otherwise. */
  approximate: boolean
  failure: Failure | undefined
  /** A newer picture is being made; the old one stays meanwhile. */
  making: boolean
  again: () => void
}

type Question = {
  form: PaperForm
  /** Without it the blank form. */
  objectId?: string
  /** Whatever changes with the paper's content; a new one makes a new picture. */
  version: string | number
  enabled?: boolean
  delayMs?: number
}

/** A caller that asks again while the work is under way gets one more turn after it, and no more than one. */
export const createTurns = (work: () => Promise<void>): (() => Promise<void>) => {
  let running = false
  let wanted = false
  return async () => {
    wanted = true
    if (running) return
    running = true
    try {
      while (wanted) {
        wanted = false
        await work()
      }
    } finally {
      running = false
    }
  }
}

const ask = ({ form, objectId }: Pick<Question, 'form' | 'objectId'>): Promise<Previewed> =>
  objectId === undefined
    ? call('papers.previewBlank', { form })
    : call('papers.preview', { form, objectId })

/**
 * The paper as it prints, made anew after each change; never cached, since any command may change a paper. One picture
 * at a time: who types on sees the last one that was finished, and then the newest.
 */
export const usePaperPreview = ({
  form,
  objectId,
  version,
  enabled = true,
  delayMs = 0,
}: Question): PaperPreview => {
  const [paper, setPaper] = useState<Previewed & { key: string }>()
  const [failure, setFailure] = useState<Failure>()
  const [making, setMaking] = useState(false)
  const [turn, setTurn] = useState(0)
  const isFirst = useRef(true)
  const isHere = useRef(true)
  const key = `${form}/${objectId ?? ''}`
  const latest = useRef({ form, objectId, key })
  useEffect(() => {
    latest.current = { form, objectId, key }
  }, [form, objectId, key])
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])

  const [make] = useState(() =>
    createTurns(async () => {
      const wanted = latest.current
      const isWanted = (): boolean => isHere.current && latest.current.key === wanted.key
      if (!isHere.current) return
      setMaking(true)
      try {
        const made = await ask(wanted)
        if (!isWanted()) return
        setPaper({ key: wanted.key, ...made })
        setFailure(undefined)
      } catch (error) {
        if (isWanted()) setFailure(failureOf(error))
      } finally {
        if (isHere.current) setMaking(false)
      }
    }),
  )
  useEffect(() => {
    if (!enabled) return undefined
    const start = (): void => {
      isFirst.current = false
      void make()
    }
    const timer = setTimeout(start, isFirst.current ? 0 : delayMs)
    return () => clearTimeout(timer)
  }, [key, version, turn, enabled, delayMs, make])

  const again = useCallback(() => setTurn((count) => count + 1), [])
  const shown = paper?.key === key ? paper : undefined
  return {
    base64: shown?.base64,
    title: shown?.title,
    pages: shown?.pages,
    unprintable: shown?.unprintable ?? [],
    approximate: shown?.approximate ?? false,
    failure,
    making,
    again,
  }
}
