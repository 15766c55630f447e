import type { SolveOutcome } from '#contract/rotas.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

type Clash = Extract<SolveOutcome, { outcome: 'infeasible' }>
type Props = { clash: Clash; onRelax: (ids: readonly string[]) => void }

/** Rules that cannot all be kept, and what could give way. */
export function ClashList({ clash, onRelax }: Props) {
  const needed = clash.clash.filter(({ id }) => clash.relax.includes(id))
  return (
    <div className="stack">
      <Notice tone="danger" title="排不出来：这些规则不能同时守住">
        {clash.text}
        {clash.minimal ? '' : '（时间不够，可能还不是最少的几条）'}
      </Notice>
      <ul className="rota-clash" aria-label="互相冲突的规则">
        {clash.clash.map(({ id, text, relax, suffices }) => (
          <li key={id}>
            <div>
              <strong>{text}</strong>
              <p className="muted">
                可以：{relax}
                {suffices ? '。只放宽这一条就排得出来' : ''}
              </p>
            </div>
            <Button aria-label={`放宽：${text}`} onClick={() => onRelax([id])}>
              放宽再排
            </Button>
          </li>
        ))}
      </ul>
      {needed.length > 1 ? (
        <p className="row">
          <Button onClick={() => onRelax(clash.relax)}>把 {needed.length} 条一起放宽再排</Button>
          <span className="hint">只对这一张值班表放宽，设置不变；在值班表上可以随时恢复。</span>
        </p>
      ) : (
        <p className="hint">只对这一张值班表放宽，设置不变；在值班表上可以随时恢复。</p>
      )}
    </div>
  )
}
