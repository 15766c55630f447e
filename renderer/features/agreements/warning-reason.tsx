import { TextField } from '../../ui/text-field.tsx'
import { Button } from '../../ui/button.tsx'
import { quickReasons } from './quick-reasons.ts'

type Props = {
  code: string
  /** Finds the field again: see `focusField`. */
  path: string
  value: string
  /** The submission was tried: a missing reason is told. */
  asked: boolean
  onChange: (words: string) => void
  onEnter: () => void
}

/** As long as the contract takes. */
const longest = 500

/** Why a warning may stand; the usual reasons come into sight with the cursor. */
export const WarningReason = ({ code, path, value, asked, onChange, onEnter }: Props) => (
  <div className="agreement-why" data-path={path}>
    <TextField
      label="为什么可以这样写"
      value={value}
      maxLength={longest}
      error={asked && value.trim() === '' ? '请写一句理由，或者回去把这一处改好' : undefined}
      onChange={onChange}
      onEnter={onEnter}
    />
    <fieldset className="agreement-why-quick" aria-label="常用理由">
      {quickReasons(code).map((words) => (
        <Button key={words} onClick={() => onChange(words)}>
          {words}
        </Button>
      ))}
    </fieldset>
  </div>
)
