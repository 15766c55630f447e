import type { RotaBoard } from '#contract/rotas.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Place, Week } from './board-grid.ts'
import { findingsOf, type Finding } from './findings.ts'
import { partWords, solvedWords } from './board-words.ts'

type Props = {
  board: RotaBoard
  weeks: readonly Week[]
  onGo: (place: Place) => void
  onClose: () => void
}

/** 查冲突: all that is empty, broken or in conflict, each with the way to its place. */
export function CheckDialog({ board, weeks, onGo, onClose }: Props) {
  const { gaps, breaks, conflicts } = findingsOf(board, weeks)
  const isClean = gaps.length + breaks.length + conflicts.length === 0
  return (
    <Dialog title="查冲突" open onClose={onClose} width={760}>
      {isClean ? (
        <Notice tone="done" title="没有空缺，没有不合规则，也没有利益冲突。" />
      ) : (
        <>
          <Findings title="不合规则" findings={breaks} onGo={onGo} />
          <Findings title="利益冲突" findings={conflicts} onGo={onGo} />
          <Findings title="空缺" findings={gaps} onGo={onGo} />
        </>
      )}
      {board.notices.length > 0 ? (
        <ul className="rota-list" aria-label="提醒">
          {board.notices.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ) : null}
      <p className="muted">
        现在共 {board.total} 分（越少越好）
        {partWords(board) === '' ? '' : `：${partWords(board)}`}。
        {board.solved ? `上次自动排：${solvedWords(board.solved)}。` : ''}
      </p>
    </Dialog>
  )
}

type FindingsProps = {
  title: string
  findings: readonly Finding[]
  onGo: (place: Place) => void
}

function Findings({ title, findings, onGo }: FindingsProps) {
  if (findings.length === 0) return null
  return (
    <section aria-label={title}>
      <h3>
        {title} {findings.length} 处
      </h3>
      <ul className="rota-findings">
        {findings.map(({ key, text, place }) => (
          <li key={key}>
            <span>{text}</span>
            {place ? (
              <Button kind="link" aria-label={`去看：${text}`} onClick={() => onGo(place)}>
                去看
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
