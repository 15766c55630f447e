import type { TemplateFault } from '#contract/templates.ts'
import { faultWords } from '../../lib/labels/templates.ts'
import { Notice } from '../../ui/notice.tsx'

type Props = { file: string; faults: readonly TemplateFault[] }

/** What keeps a Word file from being used: each with the words around it and what was probably meant. */
export const FaultList = ({ file, faults }: Props) => (
  <div className="stack">
    <Notice tone="warning" title={`“${file}”有 ${faults.length} 处要改，改好存盘再选它检查。`} />
    <ol className="templates-faults" aria-label="要改的地方">
      {faults.map((fault, index) => {
        const { what, how } = faultWords(fault)
        return (
          // By place: the same fault may stand in several.
          <li key={index}>
            <strong>{what}</strong>
            {how === undefined ? undefined : <div>{how}</div>}
            {fault.near === '' || fault.near === fault.tag ? undefined : (
              <div className="muted">在 Word 里找：{fault.near}</div>
            )}
          </li>
        )
      })}
    </ol>
  </div>
)
