import { useRun } from '../../lib/ask.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useToast } from '../../ui/toast.ts'

type Props = { clause: { id: string; title: string }; onClose: () => void }

export const RemoveClauseDialog = ({ clause, onClose }: Props) => {
  const removal = useRun('clauses.remove')
  const toast = useToast()
  const remove = async (): Promise<void> => {
    if (!(await removal.run({ id: clause.id }))) return
    toast(`“${clause.title}”已从条款库删去`)
    onClose()
  }
  return (
    <Dialog
      title="从条款库删去"
      open
      onClose={onClose}
      onConfirm={() => void remove()}
      confirmText="删去"
      confirmKind="danger"
      busy={removal.running}
      failure={removal.failure}
    >
      <p>“{clause.title}”以后不再列出来。已经写进协议的不受影响。</p>
    </Dialog>
  )
}
