import { useEffect, useState } from 'react'

const opener = (): HTMLElement | null =>
  document.activeElement instanceof HTMLElement ? document.activeElement : null

/** For a dialog that exists only while it is open: afterwards the keyboard is where it was, or at the open offer. */
export const useReturnFocus = (): void => {
  const [from] = useState(opener)
  useEffect(
    () => () => {
      setTimeout(() => {
        if (document.querySelector('[role="dialog"]')) return
        const back =
          from?.isConnected && from !== document.body
            ? from
            : document.querySelector<HTMLElement>('[data-offer-head][aria-expanded="true"]')
        back?.focus()
      }, 0)
    },
    [from],
  )
}
