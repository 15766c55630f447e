import { FileText, Hand } from 'lucide-react'
import type { RouteRow } from '#contract/strengthening.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/status-tag.tsx'

export type Pack = RouteRow['pack']

const looks = {
  made: { tone: 'done', word: '可以打印' },
  toMake: { tone: 'plain', word: '还没有制作' },
  toBring: { tone: 'waiting', word: '当事人带来' },
} as const

/** The whole set, with what of it is there; what is made opens to be looked at or written into. */
export function PackList({ pack, label }: { pack: Pack; label: string }) {
  const go = useGo()
  return (
    <ul className="strengthening-pack" aria-label={label}>
      {pack.map(({ form, objectId, title, copies, state }) => (
        <li key={`${form} ${title}`}>
          {state === 'toBring' ? <Hand aria-hidden="true" /> : <FileText aria-hidden="true" />}
          <span className="strengthening-pack-title">
            {title}
            {state === 'toBring' ? null : <span className="muted"> {copies} 份</span>}
          </span>
          {state === 'made' && objectId ? (
            <Button
              kind="link"
              aria-label={`看${title}`}
              onClick={() => go({ to: 'paper', form, objectId, copies })}
            >
              看
            </Button>
          ) : null}
          {state === 'made' && objectId && form !== 'f10' ? (
            <Button
              kind="link"
              aria-label={`填改${title}`}
              onClick={() => go({ to: 'sheet', form, objectId })}
            >
              填改
            </Button>
          ) : null}
          <Tag {...looks[state]} />
        </li>
      ))}
    </ul>
  )
}
