import { Check } from 'lucide-react'
import { useAsk } from '../lib/ask.ts'
import { hrefOf } from '../lib/navigation.ts'
import { nextSetUpStep, setUpSteps } from '../lib/rota-set-up.ts'
import './rota-set-up.css'

/** What a new centre does before its first rota, in this order; gone once there is one. */
export function RotaSetUp() {
  const desks = useAsk('desks.all', {})
  const firms = useAsk('firms.list', {})
  const lawyers = useAsk('lawyers.list', {})
  const rotas = useAsk('rotas.list', {})
  if (!desks.data || !firms.data || !lawyers.data || !rotas.data) return null
  if (rotas.data.length > 0) return null
  const counts = {
    desks: desks.data.desks.length,
    firms: firms.data.length,
    lawyers: lawyers.data.length,
  }
  const next = nextSetUpStep(counts)
  return (
    <nav className="rota-set-up" aria-label="第一次排班的四步">
      <ol>
        {setUpSteps.map(({ step, word, place, why }, index) => {
          const isDone = step !== 'rota' && counts[step] > 0
          return (
            <li key={step}>
              <a
                href={`#${hrefOf(place)}`}
                className={step === next ? 'rota-step rota-step-next' : 'rota-step'}
                aria-current={step === next ? 'step' : undefined}
              >
                <span className="rota-step-number" aria-hidden="true">
                  {isDone ? <Check /> : index + 1}
                </span>
                <span>
                  <strong>{word}</strong>
                  <span className="rota-step-why">
                    {isDone ? '已有，可以再改' : step === next ? `现在做这一步：${why}` : why}
                  </span>
                </span>
              </a>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
