import { useState } from 'react'
import { TextField } from '../../ui/text-field.tsx'
import { lawyersFound } from './front-names.ts'
import type { FrontLawyer } from './rota-front.ts'

/** With more names than these one has to look for the own one. */
const manyFrom = 13

type LawyerNamesProps = {
  lawyers: readonly FrontLawyer[]
  chosen: string | undefined
  onChoose: (lawyerId: string) => void
}

/** The names of the register; a long list is searched, and Enter takes the only one left. */
export function LawyerNames({ lawyers, chosen, onChoose }: LawyerNamesProps) {
  const [typed, setTyped] = useState('')
  const found = lawyersFound(lawyers, typed)
  const takeOnly = () => {
    const [first] = found
    if (first && typed.trim() !== '') onChoose(first.lawyerId)
  }
  return (
    <div className="store-lawyers">
      <h3>志愿律师</h3>
      {lawyers.length < manyFrom ? null : (
        <TextField
          label="找律师的名字"
          hideLabel
          value={typed}
          onChange={setTyped}
          onEnter={takeOnly}
          placeholder="找名字：写姓名或首字母，如 lm"
          maxLength={30}
        />
      )}
      <ul className="people store-lawyer-list">
        {found.map(({ lawyerId, name }) => (
          <li key={lawyerId}>
            <button
              type="button"
              className="person"
              aria-pressed={lawyerId === chosen}
              onClick={() => onChoose(lawyerId)}
            >
              <strong>{name}</strong>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className="hint">没有这个名字，请换几个字。</p> : null}
    </div>
  )
}
