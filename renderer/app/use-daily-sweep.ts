import { useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useRun } from '../lib/ask.ts'
import { today } from '../lib/clock.ts'

const lookEvery = 10 * 60_000

/** The last day on which this page has asked; a page that stays open over midnight asks again. */
let sweptOn: string | undefined

/** Once a day, with the first page of it: what fell overdue since yesterday is marked. Refused or lost, it is asked again. */
export const useDailySweep = (): void => {
  const { run } = useRun('obligations.sweep')
  const path = useRouterState({ select: (state) => state.location.pathname })
  useEffect(() => {
    const look = async () => {
      const day = today()
      if (sweptOn === day) return
      sweptOn = day
      if (!(await run({}))) sweptOn = undefined
    }
    void look()
    const timer = setInterval(() => void look(), lookEvery)
    return () => clearInterval(timer)
  }, [run, path])
}
