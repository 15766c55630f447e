import { formatYuan } from '#db/domain/money.ts'
import { useAsk } from '../../lib/ask.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'

/** The kept reckoning that stands for what the law would give, if there is one. */
export const useStatutory = (caseId: string) => {
  const { data } = useAsk('calculations.ofCase', { caseId })
  return { statutory: data?.items.find((item) => item.statutory), data }
}

/** Beside the offers: the statutory sum to hold them against. It takes nobody's side. */
export function StatutorySum({ caseId }: { caseId: string }) {
  const go = useGo()
  const { statutory, data } = useStatutory(caseId)
  if (!data) return null
  if (!statutory)
    return (
      <p className="offers-statutory">
        <Button kind="link" onClick={() => go({ to: 'calculations', caseId })}>
          按法定标准算一算
        </Button>
      </p>
    )
  return (
    <p className="offers-statutory">
      <span>
        法定数额 <strong className="nums">{formatYuan(statutory.amountFen)} 元</strong>{' '}
        <span className="muted">{statutory.title}</span>
      </span>
      <Button kind="link" onClick={() => go({ to: 'calculation', id: statutory.id })}>
        看怎样算的
      </Button>
    </p>
  )
}
