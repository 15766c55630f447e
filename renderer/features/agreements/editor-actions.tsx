import type { Reason } from '#db/domain/reason.ts'
import { Button } from '../../ui/button.tsx'
import { checkSummary } from './check-list.tsx'

type Props = {
  reasons: readonly Reason[]
  /** Warnings without a reason yet. */
  open: number
  blocked: boolean
  stopped: boolean
  running: boolean
  onFirst: () => void
  onPaper: () => void
  onSubmit: () => void
}

/** What stands against the submission, the paper in full size, and the submission. */
export const EditorActions = (props: Props) => {
  const { reasons, open, blocked, stopped, running } = props
  const isTold = blocked || open > 0
  return (
    <>
      {isTold ? (
        <Button kind="link" id="agreement-submit-why" onClick={props.onFirst}>
          {checkSummary(reasons, open)}
        </Button>
      ) : undefined}
      <Button shortcut="Ctrl+P" onClick={props.onPaper}>
        看大图
      </Button>
      <Button
        kind="primary"
        large
        shortcut="Ctrl+Enter"
        shortcutShownOnly
        busy={running}
        disabled={blocked || stopped}
        aria-describedby={isTold ? 'agreement-submit-why' : undefined}
        onClick={props.onSubmit}
      >
        送审
      </Button>
    </>
  )
}
