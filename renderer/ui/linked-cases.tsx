import { useGo } from '../lib/navigation.ts'
import { Button } from './button.tsx'

type Linked = { caseId: string; caseNumber: string; title: string }
type Props = { earlier?: Linked | undefined; later: readonly Linked[] }

/** The same quarrel before and after. */
export function LinkedCases({ earlier, later }: Props) {
  if (!earlier && later.length === 0) return null
  return (
    <ul className="tx-linked">
      {earlier ? <LinkedCase words="本案由这件案子再次发生而来" linked={earlier} /> : null}
      {later.map((linked) => (
        <LinkedCase key={linked.caseId} words="后来再次发生，另立了新案" linked={linked} />
      ))}
    </ul>
  )
}

function LinkedCase({ words, linked }: { words: string; linked: Linked }) {
  const go = useGo()
  return (
    <li>
      <span className="muted">{words}</span>
      <span>{linked.title}</span>
      <Button
        aria-label={`打开案件 ${linked.caseNumber}`}
        onClick={() => go({ to: 'case', caseId: linked.caseId })}
      >
        打开 {linked.caseNumber}
      </Button>
    </li>
  )
}
