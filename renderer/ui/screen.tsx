import { ArrowLeft } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { useGo, useGoBack, type Place } from '../lib/navigation.ts'
import { Button } from './button.tsx'

export type ScreenProps = {
  title: ReactNode
  subtitle?: ReactNode
  /** Shows 返回: to the screen before, to a place, or whatever the function does. Esc does not leave. */
  back?: boolean | Place | (() => void)
  actions?: ReactNode
  /** Uses the full width and height, for rooms that scroll inside themselves. */
  fill?: boolean
  children?: ReactNode
}

export function Screen({ title, subtitle, back, actions, fill, children }: ScreenProps) {
  useEffect(() => {
    if (typeof title === 'string') document.title = `${title} · 谈心`
  }, [title])
  return (
    <div className={fill ? 'tx-screen tx-screen-fill' : 'tx-screen'}>
      <header className="tx-screen-head">
        {back ? <BackButton back={back} /> : null}
        <div className="tx-screen-title">
          <h1>{title}</h1>
          {subtitle ? <div className="tx-subtitle">{subtitle}</div> : null}
        </div>
        {actions ? <div className="tx-actions">{actions}</div> : null}
      </header>
      <div className="tx-screen-body">{children}</div>
    </div>
  )
}

function BackButton({ back }: { back: NonNullable<ScreenProps['back']> }) {
  const go = useGo()
  const goBack = useGoBack()
  const leave = () => {
    if (typeof back === 'function') back()
    else if (typeof back === 'object') go(back)
    else goBack()
  }
  return (
    <Button
      icon={<ArrowLeft aria-hidden="true" />}
      shortcut="Alt+ArrowLeft"
      onClick={leave}
      className="tx-back"
    >
      返回
    </Button>
  )
}
