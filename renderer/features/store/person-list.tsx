import type { Me } from '#contract/store.ts'
import { roleLabels } from '../../lib/labels/roles.ts'

type PersonListProps = {
  people: readonly Me[]
  chosen?: string
  onChoose: (person: Me) => void
}

/** Big buttons with name and role. */
export function PersonList({ people, chosen, onChoose }: PersonListProps) {
  return (
    <ul className="people">
      {people.map((person) => (
        <li key={person.userId}>
          <button
            type="button"
            className="person"
            aria-pressed={person.userId === chosen}
            onClick={() => onChoose(person)}
          >
            <strong>{person.name}</strong>
            <span>{roleLabels[person.role]}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
