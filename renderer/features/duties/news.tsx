import { useState } from 'react'
import { useRun, type OutputOf } from '../../lib/ask.ts'
import { today as todayNow } from '../../lib/clock.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { deskWords, halfDayWords, timesWords } from './duty-words.ts'

const kindWords = { added: '新排了', removed: '不用来了', changed: '有改动' } as const

type NewsProps = {
  news: OutputOf<'duties.mine'>['news']
  /** Only the lawyer's own look counts as told. */
  maySee: boolean
}

/** So many stand there at once. */
const shownAtOnce = 4

/** Changes that this person does not know yet. */
export function News({ news, maySee }: NewsProps) {
  const seeing = useRun('duties.seen')
  const [showsAll, setShowsAll] = useState(false)
  const today = todayNow()
  if (news.length === 0) return null
  const shown = showsAll ? news : news.slice(0, shownAtOnce)
  return (
    <Notice
      tone="warning"
      title={
        maySee
          ? `值班表有 ${news.length} 处变动`
          : `有 ${news.length} 处变动本人还不知道，请电话告知`
      }
      actions={
        maySee ? (
          <Button
            kind="primary"
            busy={seeing.running}
            onClick={() => void seeing.run({ ids: shown.map(({ id }) => id) })}
          >
            知道了
          </Button>
        ) : undefined
      }
    >
      <ul className="tx-notice-list">
        {shown.map(({ id, kind, duty }) => (
          <li key={id}>
            {kindWords[kind]}：{halfDayWords(duty, today)} {timesWords(duty)} {deskWords(duty)}
          </li>
        ))}
      </ul>
      {shown.length < news.length ? (
        <Button kind="link" onClick={() => setShowsAll(true)}>
          再看 {news.length - shown.length} 处
        </Button>
      ) : null}
      <FailureNotice failure={seeing.failure} />
    </Notice>
  )
}
