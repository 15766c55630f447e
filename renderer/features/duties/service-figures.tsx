import { FileText } from 'lucide-react'
import type { OutputOf } from '../../lib/ask.ts'
import { today as todayNow } from '../../lib/clock.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { minutesWords, shortDate } from './duty-words.ts'
import { yearUntil } from './month-around.ts'

type Mine = OutputOf<'duties.mine'>
type Figures = Mine['month']

/** 4 班，12 小时; what is not as it should be stands behind it. */
export const figuresWords = ({ duties, minutes, noShows }: Figures): string =>
  `${duties} 班，${minutesWords(minutes)}${noShows > 0 ? `，没来 ${noShows} 次` : ''}`

/** 本月累计, 今年累计, and what came to the desk the last time. */
export function ServiceFigures({ mine }: { mine: Mine }) {
  const { lastCounts } = mine
  const go = useGo()
  const total = lastCounts?.counts.reduce((sum, { count }) => sum + count, 0) ?? 0
  return (
    <Section title="累计">
      <dl className="facts">
        <dt>本月</dt>
        <dd>{figuresWords(mine.month)}</dd>
        <dt>今年</dt>
        <dd>{figuresWords(mine.year)}</dd>
        <dt>上次接待</dt>
        <dd>
          {lastCounts && total > 0 ? (
            <>
              {shortDate(lastCounts.date, todayNow())}，共 {total} 件：
              {lastCounts.counts.map(({ name, count }) => `${name} ${count}`).join('、')}
            </>
          ) : (
            '还没有记'
          )}
        </dd>
      </dl>
      <Button
        className="duties-after"
        icon={<FileText aria-hidden="true" />}
        onClick={() =>
          go({
            to: 'rotaPaper',
            of: { paper: 'statement', ...yearUntil(todayNow()), lawyerId: mine.lawyerId },
          })
        }
      >
        今年的服务证明
      </Button>
    </Section>
  )
}
