import { Tooltip } from 'antd'
import { useId, useState } from 'react'
import './explained-word.css'
import { onKeys } from './keys.ts'

/** A word with more behind it: told on pointing at it, on the cursor coming to it, and on pressing it. */
export function ExplainedWord({ word, words }: { word: string; words: string }) {
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Tooltip
        title={words}
        open={open}
        onOpenChange={setOpen}
        placement="bottomLeft"
        trigger={['hover', 'focus']}
        classNames={{ root: 'tx-explanation' }}
      >
        <button
          type="button"
          className="tx-explained"
          aria-describedby={id}
          onClick={() => setOpen(true)}
          onKeyDown={open ? onKeys({ Escape: () => setOpen(false) }) : undefined}
        >
          {word}
        </button>
      </Tooltip>
      <span id={id} hidden>
        {words}
      </span>
    </>
  )
}
