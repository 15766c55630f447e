import { textSizeNames, textSizes } from '../lib/text-size.ts'
import { Button } from '../ui/button.tsx'
import { useTextSize } from './text-size-context.ts'

export function TextSizeButtons() {
  const { size, change, reset } = useTextSize()
  return (
    <span className="text-size" role="group" aria-label="字号">
      <span>字号</span>
      <Button
        kind="link"
        aria-label="字小一些"
        title="字小一些 Ctrl+-"
        disabled={size === textSizes[0]}
        onClick={() => change(-1)}
      >
        A-
      </Button>
      <Button
        kind="link"
        aria-label={`字号恢复，现在是${textSizeNames[size]}`}
        title="恢复 Ctrl+0"
        onClick={reset}
      >
        {textSizeNames[size]}
      </Button>
      <Button
        kind="link"
        aria-label="字大一些"
        title="字大一些 Ctrl+="
        disabled={size === textSizes.at(-1)}
        onClick={() => change(1)}
      >
        A+
      </Button>
    </span>
  )
}
