import { useEffect, useState } from 'react'

const ownsEnter = 'button, input, textarea, select, a, [role="combobox"]'

/** True while no field or button has the cursor, so that Enter is free for the main action. */
export const useEnterIsFree = (): boolean => {
  const [isFree, setFree] = useState(true)
  useEffect(() => {
    const look = (): void => setFree(!document.activeElement?.closest(ownsEnter))
    look()
    document.addEventListener('focusin', look)
    document.addEventListener('focusout', look)
    return () => {
      document.removeEventListener('focusin', look)
      document.removeEventListener('focusout', look)
    }
  }, [])
  return isFree
}
