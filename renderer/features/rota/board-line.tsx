import { FileSpreadsheet, Printer, Redo2, Undo2 } from 'lucide-react'
import type { RotaBoard } from '#contract/rotas.ts'
import { useAsk, useRun } from '../../lib/ask.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import { useToast } from '../../ui/toast.ts'
import type { BoardDialog } from './board-dialogs.tsx'
import { stateLooks } from './board-words.ts'
import type { Findings } from './findings.ts'
import { peopleToTell } from './notice-words.ts'
import type { BoardMoves } from './use-board-moves.ts'

type Props = {
  board: RotaBoard
  findings: Findings
  moves: BoardMoves
  isSolvingElsewhere: boolean
  onNextGap: () => void
  onDialog: (dialog: BoardDialog) => void
}

/** How the rota stands: published or not, what is empty and what is wrong, undo and redo. */
export function BoardLine({ board, findings, moves, onDialog, ...props }: Props) {
  const { gaps, breaks, conflicts } = findings
  const notices = useAsk(
    'duties.notices',
    { rotaId: board.id },
    { enabled: board.state !== 'draft' },
  )
  const untold = peopleToTell(notices.data ?? []).filter((person) => person.untold.length > 0)
  const saving = useRun('rotaPapers.save')
  const check = () => onDialog({ dialog: 'check' })
  return (
    <>
      <div className="row rota-line">
        <Tag {...stateLooks[board.state]} />
        {gaps.length > 0 ? (
          <Button kind="link" onClick={props.onNextGap}>
            空缺 {board.gaps} 处，去下一处
          </Button>
        ) : (
          <span className="muted">没有空缺</span>
        )}
        {breaks.length > 0 ? (
          <Button kind="link" onClick={check}>
            ✕ 不合规则 {breaks.length} 处
          </Button>
        ) : null}
        {conflicts.length > 0 ? (
          <Button kind="link" onClick={check}>
            ⚠ 利益冲突 {conflicts.length} 处
          </Button>
        ) : null}
        {board.state === 'draft' || untold.length === 0 ? null : (
          <Button kind="link" onClick={() => onDialog({ dialog: 'notices' })}>
            {untold.length} 人还没告知
          </Button>
        )}
        <Button onClick={check}>查冲突</Button>
        {board.state === 'draft' ? null : <Papers board={board} saving={saving} />}
        <span className="rota-push" />
        <Button
          icon={<Undo2 aria-hidden="true" />}
          title={['Ctrl+Z', moves.undoWords].filter(Boolean).join('：')}
          disabled={!moves.undo || moves.busy}
          onClick={moves.undo}
        >
          撤销
        </Button>
        <Button
          icon={<Redo2 aria-hidden="true" />}
          title={['Ctrl+Y', moves.redoWords].filter(Boolean).join('：')}
          disabled={!moves.redo || moves.busy}
          onClick={moves.redo}
        >
          重做
        </Button>
      </div>
      <FailureNotice failure={saving.failure} onClose={saving.clear} />
      {props.isSolvingElsewhere ? (
        <Notice>正在自动排班。排好以后值班表会换成新的，请先不要改。</Notice>
      ) : null}
    </>
  )
}

type PapersProps = { board: RotaBoard; saving: ReturnType<typeof useRun<'rotaPapers.save'>> }

/** What was published, on paper and as a sheet. */
function Papers({ board, saving }: PapersProps) {
  const { from, to } = board
  const go = useGo()
  const toast = useToast()
  const save = async () => {
    const done = await saving.run({ of: { paper: 'rota', from, to }, channel: 'xlsx' })
    if (done?.saved !== undefined) toast(`已存到 ${done.saved}`)
  }
  return (
    <>
      <Button
        kind="link"
        icon={<Printer aria-hidden="true" />}
        onClick={() => go({ to: 'rotaPaper', of: { paper: 'rota', from, to } })}
      >
        打印值班表
      </Button>
      <Button
        kind="link"
        onClick={() => go({ to: 'rotaPaper', of: { paper: 'signIn', from, to } })}
      >
        打印签到表
      </Button>
      <Button
        kind="link"
        icon={<FileSpreadsheet aria-hidden="true" />}
        busy={saving.running}
        onClick={() => void save()}
      >
        存 Excel
      </Button>
    </>
  )
}
