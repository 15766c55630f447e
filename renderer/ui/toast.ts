import { App } from 'antd'
import { useCallback } from 'react'

/** A short note that something is done; 8 s, and never the only place where it can be read. */
export const useToast = (): ((text: string) => void) => {
  const { message } = App.useApp()
  return useCallback((text: string) => void message.success(text), [message])
}

/** For leaving: nothing of one person's work is shown to the next. */
export const useClearToasts = (): (() => void) => {
  const { message } = App.useApp()
  return useCallback(() => message.destroy(), [message])
}
