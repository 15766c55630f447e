import { useCallback, useEffect, useState } from 'react'

/**
 * The room alone on the screen: the app's own rails go, and the window fills the screen where it may.
 * @returns whether it is so, and the switch
 */
export const useFullScreen = (): { isFull: boolean; toggle: () => void } => {
  const [isFull, setIsFull] = useState(false)
  useEffect(() => {
    const root = document.documentElement
    if (isFull) root.dataset['roomFull'] = 'true'
    else delete root.dataset['roomFull']
    return () => {
      delete root.dataset['roomFull']
    }
  }, [isFull])
  useEffect(() => {
    // Esc and the window's own key leave it as well
    const follow = () => {
      if (!document.fullscreenElement) setIsFull(false)
    }
    document.addEventListener('fullscreenchange', follow)
    return () => {
      document.removeEventListener('fullscreenchange', follow)
      if (document.fullscreenElement) void document.exitFullscreen()
    }
  }, [])
  const toggle = useCallback(() => {
    setIsFull((before) => {
      if (before && document.fullscreenElement) void document.exitFullscreen()
      // Where the desk does not allow it, the room still takes the whole window
      if (!before) document.documentElement.requestFullscreen().catch(() => undefined)
      return !before
    })
  }, [])
  return { isFull, toggle }
}
