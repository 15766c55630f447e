import { Button } from '../../ui/button.tsx'

type Props = {
  /** What is being done now. */
  step: string
  done: number
  /** 0 while nobody knows how much there is. */
  total: number
  unit: string
  onCancel?: (() => void) | undefined
  cancelling?: boolean
}

/** Long work: its step, how far it is, and a way out. */
export function WorkBand({ step, done, total, unit, onCancel, cancelling = false }: Props) {
  const count = total > 0 ? `第 ${Math.min(done + 1, total)} / ${total} ${unit}` : ''
  return (
    <div className="dossier-work">
      <div className="dossier-work-words" role="status">
        {cancelling ? '正在停下来…' : step}
      </div>
      <progress
        className="dossier-work-bar"
        aria-label={step}
        {...(total > 0 ? { max: total, value: done } : {})}
      />
      <span className="nums">{count}</span>
      {onCancel ? (
        <Button busy={cancelling} onClick={onCancel}>
          取消
        </Button>
      ) : null}
    </div>
  )
}
