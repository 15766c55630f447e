import { useRef, useState } from 'react'
import { begunForm, keepBegunForm } from './begun-forms.ts'
import { useMe } from './me.ts'

type Begun<T> = {
  form: T
  /** It was begun before this page opened. */
  begun: boolean
  set: (part: Partial<T>) => void
  /** It is stored (as `next`), or not wanted: back to what is stored. */
  drop: (next?: T) => void
}

/** A form whose typed text is there again after leaving the page or locking, until it is saved or dropped. */
export const useBegun = <T>(page: string, stored: T): Begun<T> => {
  const { userId } = useMe()
  const place = { userId, page }
  const [form, setForm] = useState<T>(() => (begunForm(place) as T | undefined) ?? stored)
  // Two changes of one moment (a field that is left, a box that is ticked) both count.
  const latest = useRef(form)
  const [begun, setBegun] = useState(() => begunForm(place) !== undefined)
  return {
    form,
    begun,
    set: (part) => {
      const next = { ...latest.current, ...part }
      latest.current = next
      keepBegunForm(place, next)
      setForm(next)
    },
    drop: (next = stored) => {
      latest.current = next
      keepBegunForm(place, undefined)
      setForm(next)
      setBegun(false)
    },
  }
}
