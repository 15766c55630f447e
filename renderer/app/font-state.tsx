import { Type } from 'lucide-react'
import { useAsk } from '../lib/ask.ts'
import { fontWords } from '../lib/labels/printing.ts'
import { hasRole, useMe } from '../lib/me.ts'
import { hrefOf } from '../lib/navigation.ts'

/** Asked once after each start: papers that will be set in other fonts than the wished ones. For those who can mend it. */
export function FontState() {
  const mayMend = hasRole(useMe(), 'head', 'administrator')
  const fonts = useAsk('papers.fonts', {}, { enabled: mayMend })
  const replaced = (fonts.data?.uses ?? []).filter(({ installed }) => !installed)
  if (replaced.length === 0) return null
  return (
    <a
      className="status-item status-link"
      href={`#${hrefOf({ to: 'settings', section: 'printing' })}`}
      title={replaced.map(fontWords).join('\n')}
    >
      <Type aria-hidden="true" />
      文书字体有代替
    </a>
  )
}
