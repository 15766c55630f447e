import { Modal } from 'antd'
import { useEffect, useRef, type ReactNode } from 'react'
import type { Failure } from '../lib/failure.ts'
import { Button } from './button.tsx'
import { FailureNotice } from './failure-notice.tsx'
import { LayerContext, useLayer, useShortcut } from './keys.ts'

export type DialogProps = {
  title: ReactNode
  open: boolean
  onClose: () => void
  /** Without it there is only a button to close. */
  onConfirm?: () => void
  confirmText?: ReactNode
  confirmKind?: 'primary' | 'danger'
  confirmDisabled?: boolean
  /** False where Enter in a field must not finish the work: only the button and Ctrl+Enter do. */
  enterConfirms?: boolean
  /** Enter does at once what is usual: the main button has the focus, not the first field. */
  confirmFocused?: boolean
  /** Further buttons at the left of the foot. */
  extra?: ReactNode
  cancelText?: ReactNode
  busy?: boolean
  failure?: Failure
  /** In CSS pixels at the standard text size; never wider than the window. */
  width?: number
  children?: ReactNode
}

/** Enter in its one-line fields (unless told otherwise) and Ctrl+Enter confirm, Esc closes. */
export function Dialog(props: DialogProps) {
  const { open, onClose, width = 640 } = props
  const layer = useLayer(open)
  return (
    <Modal
      title={props.title}
      open={open}
      onCancel={onClose}
      keyboard={false}
      mask={{ closable: false }}
      closable={false}
      destroyOnHidden
      footer={null}
      centered
      width={`min(96vw, ${width / 16}rem)`}
    >
      <LayerContext value={layer}>
        <DialogContent {...props} />
      </LayerContext>
    </Modal>
  )
}

const focusable = 'input:not([disabled]), textarea:not([disabled])'

/** The field marked to have the cursor, whatever the dialog itself chose; else the first field or the main button. */
const focusFirst = (
  form: HTMLFormElement | null,
  confirmFocused: boolean,
): (() => void) | undefined => {
  if (!form) return undefined
  const timer = setTimeout(() => {
    const marked = form.querySelector<HTMLElement>('[data-autofocus]')
    if (!marked && !confirmFocused && form.contains(document.activeElement)) return
    const wanted =
      marked ??
      (confirmFocused ? null : form.querySelector<HTMLElement>(focusable)) ??
      form.querySelector<HTMLElement>('button[type="submit"]') ??
      form.querySelector<HTMLElement>('button')
    // The foot is always in sight: to go there need not scroll the head out of it.
    wanted?.focus({ preventScroll: confirmFocused && !marked })
  }, 0)
  return () => clearTimeout(timer)
}

/** The Enter that opened the dialog and is still held down does not confirm it too. */
const ignoreHeldEnter = (form: HTMLFormElement | null): (() => void) | undefined => {
  const stop = (event: KeyboardEvent) => {
    if (event.repeat && event.key === 'Enter') event.preventDefault()
  }
  form?.addEventListener('keydown', stop)
  return () => form?.removeEventListener('keydown', stop)
}

function DialogContent(props: DialogProps) {
  const { onClose, onConfirm, confirmText = '确定', confirmKind = 'primary' } = props
  const { enterConfirms = true } = props
  const mayConfirm = Boolean(onConfirm) && !props.busy && !props.confirmDisabled
  useShortcut('Escape', onClose)
  useShortcut('Ctrl+Enter', () => onConfirm?.(), { enabled: mayConfirm })
  const form = useRef<HTMLFormElement>(null)
  const { confirmFocused = false } = props
  useEffect(() => focusFirst(form.current, confirmFocused), [confirmFocused])
  useEffect(() => (confirmFocused ? ignoreHeldEnter(form.current) : undefined), [confirmFocused])
  return (
    <form
      ref={form}
      className="tx-dialog"
      onSubmit={(event) => {
        event.preventDefault()
        // A dialog in a dialog: React hands this event up through the tree.
        event.stopPropagation()
        if (mayConfirm && enterConfirms) onConfirm?.()
      }}
    >
      <FailureNotice failure={props.failure} />
      {props.children}
      <div className="tx-dialog-foot">
        {props.extra ? <div className="tx-dialog-extra">{props.extra}</div> : null}
        <Button shortcut="Escape" shortcutShownOnly onClick={onClose}>
          {props.cancelText ?? (onConfirm ? '取消' : '关闭')}
        </Button>
        {onConfirm ? (
          <Button
            kind={confirmKind}
            htmlType={enterConfirms ? 'submit' : 'button'}
            onClick={enterConfirms ? undefined : onConfirm}
            shortcut={enterConfirms ? undefined : 'Ctrl+Enter'}
            shortcutShownOnly
            busy={props.busy}
            disabled={props.confirmDisabled}
          >
            {confirmText}
          </Button>
        ) : null}
      </div>
    </form>
  )
}
