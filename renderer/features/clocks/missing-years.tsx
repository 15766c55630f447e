import { hasRole, useMe } from '../../lib/me.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { missingYearsWords } from './board-lines.ts'

/** A year without a table of days off is told, never guessed. */
export function MissingYears({ years }: { years: readonly number[] }) {
  const me = useMe()
  const go = useGo()
  const words = missingYearsWords(years)
  if (words === undefined) return null
  const mayEnter = hasRole(me, 'head', 'administrator')
  return (
    <Notice
      tone="warning"
      actions={
        mayEnter ? (
          <Button onClick={() => go({ to: 'settings', section: 'holidays' })}>录入放假安排</Button>
        ) : null
      }
    >
      {words}
      {mayEnter ? null : '请中心主任在“设置 → 放假安排”里录入国务院办公厅的通知。'}
    </Notice>
  )
}
