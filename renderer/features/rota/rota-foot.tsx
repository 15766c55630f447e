import { useState } from 'react'
import type { RotaBoard } from '#contract/rotas.ts'
import { useRun } from '../../lib/ask.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Section } from '../../ui/section.tsx'
import { useToast } from '../../ui/toast.ts'

/** What is seldom needed: rules set aside, shifts made anew, the draft thrown away. */
export function RotaFoot({ board }: { board: RotaBoard }) {
  const { id, revision, state, relaxed, mayMake } = board
  const toast = useToast()
  const relax = useRun('rotas.relax')
  const refresh = useRun('rotas.refreshShifts')
  const [removing, setRemoving] = useState(false)
  const refreshNow = async () => {
    const done = await refresh.run({ id, revision })
    if (done)
      toast(
        `班次更新好了：新增 ${done.added} 个，去掉 ${done.removed} 个，改了 ${done.changed} 个。`,
      )
  }
  const restore = (ruleId: string) =>
    void relax.run({
      id,
      revision,
      relaxed: relaxed.filter((rule) => rule.id !== ruleId).map((rule) => rule.id),
    })
  if (!mayMake && relaxed.length === 0) return null
  return (
    <Section title="这张值班表">
      <div className="stack">
        <FailureNotice failure={relax.failure ?? refresh.failure} />
        {relaxed.length > 0 ? (
          <section aria-label="放宽的规则">
            <p className="muted">这一张放宽了 {relaxed.length} 条规则：</p>
            <ul className="rota-findings">
              {relaxed.map((rule) => (
                <li key={rule.id}>
                  <span>{rule.text}</span>
                  {mayMake ? (
                    <Button
                      aria-label={`恢复：${rule.text}`}
                      disabled={relax.running}
                      onClick={() => restore(rule.id)}
                    >
                      恢复
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <div className="row">
          {mayMake ? (
            <Button busy={refresh.running} onClick={() => void refreshNow()}>
              按最新的窗口设置更新班次
            </Button>
          ) : null}
          {mayMake && state === 'draft' ? (
            <Button kind="danger" onClick={() => setRemoving(true)}>
              删除这张草稿
            </Button>
          ) : null}
        </div>
      </div>
      {removing ? <RemoveDialog board={board} onClose={() => setRemoving(false)} /> : null}
    </Section>
  )
}

function RemoveDialog({ board, onClose }: { board: RotaBoard; onClose: () => void }) {
  const remove = useRun('rotas.remove')
  const go = useGo()
  const confirm = async () => {
    if (await remove.run({ id: board.id, revision: board.revision })) go({ to: 'rotas' })
  }
  return (
    <Dialog
      title="删除这张草稿？"
      open
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmText="删除草稿"
      confirmKind="danger"
      busy={remove.running}
      failure={remove.failure}
    >
      <p>
        已经排上的 {board.seats.length}{' '}
        个位子会一起删掉，不能恢复。没有发布过，所以没有人知道这张表。
      </p>
    </Dialog>
  )
}
