import { type CalcName, calcTitles } from '#db/domain/labour/calc-names.ts'
import { hrefOf } from '../../lib/navigation.ts'
import { calcForms, calcGroups } from './fields/calc-forms.ts'

type Props = { caseId?: string | undefined; text?: string }

const isWanted = (name: CalcName, text: string): boolean =>
  `${calcTitles[name]} ${calcForms[name].use}`.toLowerCase().includes(text.toLowerCase())

/** Calculators that fit the words, in their order. */
export const wantedCalculators = (text: string): CalcName[] =>
  calcGroups.flatMap(({ names }) => names.filter((name) => isWanted(name, text.trim())))

/** All calculators by matter; each says when it is the right one. */
export function CalculatorList({ caseId, text = '' }: Props) {
  const wanted = wantedCalculators(text)
  if (wanted.length === 0)
    return <p className="muted">没有找到。请换几个字，如“补偿”“加班”“工伤”。</p>
  return (
    <div className="calc-groups">
      {calcGroups.map(({ title, names }) => {
        const shown = names.filter((name) => wanted.includes(name))
        if (shown.length === 0) return null
        return (
          <section key={title} className="calc-group" aria-label={title}>
            <h3>{title}</h3>
            <ul>
              {shown.map((name) => (
                <li key={name}>
                  <a
                    className="calc-link"
                    href={`#${hrefOf({ to: 'calculator', name, ...(caseId ? { caseId } : {}) })}`}
                  >
                    <strong>{calcTitles[name]}</strong>
                    <span className="hint">{calcForms[name].use}</span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
