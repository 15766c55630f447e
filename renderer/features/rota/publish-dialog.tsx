import { useState } from 'react'
import type { RotaBoard } from '#contract/rotas.ts'
import { useAsk, useRun } from '../../lib/ask.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { changeWords, halfDayWords } from './board-words.ts'

type Props = {
  board: RotaBoard
  onPublished: (notices: number) => void
  onClose: () => void
}

/** Who will have to be told what, and what is still wrong; then it is what people know. */
export function PublishDialog({ board, onPublished, onClose }: Props) {
  const before = useAsk('rotas.beforePublish', { id: board.id }, { fresh: true })
  const publish = useRun('rotas.publish')
  const [words, setWords] = useState('')
  const confirm = async () => {
    const done = await publish.run({ id: board.id, revision: board.revision, words: words.trim() })
    if (done) onPublished(done.notices)
  }
  const { data } = before
  const isSame = board.state === 'published'
  return (
    <Dialog
      title="发布值班表"
      open
      onClose={onClose}
      onConfirm={isSame ? undefined : () => void confirm()}
      confirmText={data ? `发布，${data.told.length} 人要告知` : '发布'}
      confirmFocused
      busy={publish.running}
      failure={publish.failure}
      width={820}
    >
      {isSame ? <Notice>和已发布的一样，没有要发布的变动。</Notice> : null}
      <FailureNotice failure={before.failure} />
      {data ? (
        <>
          {data.breaks.length > 0 ? (
            <Notice tone="danger" title={`有 ${data.breaks.length} 处不合规则，也可以照样发布`}>
              <ul className="tx-notice-list">
                {data.breaks.map(({ ruleId, shiftIds, text }) => (
                  <li key={`${ruleId} ${shiftIds.join()}`}>{text}</li>
                ))}
              </ul>
            </Notice>
          ) : null}
          {data.gaps.length > 0 ? (
            <Notice tone="warning" title={`还有 ${data.gaps.length} 处空缺，也可以先发布`}>
              <ul className="tx-notice-list rota-gaps">
                {data.gaps.map((gap) => (
                  <li key={`${gap.date} ${gap.half} ${gap.deskName}`}>
                    {halfDayWords(gap)} {gap.deskName} 缺 {gap.missing} 人
                  </li>
                ))}
              </ul>
            </Notice>
          ) : null}
          <section aria-label="要告知的人">
            <h3>要告知 {data.told.length} 人</h3>
            {data.told.length === 0 ? <p className="muted">没有人的班有变动。</p> : null}
            <ul className="rota-told">
              {data.told.map((person) => (
                <li key={person.lawyerId}>
                  <div>
                    <strong>{person.name}</strong> <span className="nums">{person.phone}</span>
                    <div className="muted">{changeWords(person)}</div>
                  </div>
                </li>
              ))}
            </ul>
          </section>
          {isSame ? null : (
            <TextField
              label="说明（可不填）"
              hint="记在发布记录里，例如：国庆前调整"
              value={words}
              onChange={setWords}
              maxLength={200}
            />
          )}
        </>
      ) : before.failure ? null : (
        <Loading />
      )}
    </Dialog>
  )
}
