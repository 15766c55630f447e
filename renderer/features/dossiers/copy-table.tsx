import { TextField } from '../../ui/text-field.tsx'
import type { CopyRow } from './copy-plan.ts'

type Props = {
  rows: readonly CopyRow[]
  onWanted: (key: string, wanted: boolean) => void
  onCopies: (key: string, text: string) => void
  wrongText: string
}

/** The parts of a volume, each ticked with its number of copies. */
export function CopyTable({ rows, onWanted, onCopies, wrongText }: Props) {
  return (
    <div className="volume-copies-frame">
      <table className="tx-table volume-copies" aria-label="各份文书印几份">
        <thead>
          <tr>
            <th scope="col">文书</th>
            <th scope="col">页数</th>
            <th scope="col">份数</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <td>
                <label className="volume-part">
                  <input
                    type="checkbox"
                    checked={row.wanted}
                    onChange={(event) => onWanted(row.key, event.target.checked)}
                  />
                  <span>{row.title}</span>
                </label>
              </td>
              <td className="nums">{row.pages ?? ''}</td>
              <td>
                <TextField
                  label={`${row.title}的份数`}
                  hideLabel
                  value={row.copies === undefined ? '' : String(row.copies)}
                  inputMode="numeric"
                  align="right"
                  disabled={!row.wanted}
                  onChange={(text) => onCopies(row.key, text)}
                  {...(row.wanted && row.copies === undefined && { error: wrongText })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
