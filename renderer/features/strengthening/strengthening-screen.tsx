import { useRef, useState } from 'react'
import type { RouteRow } from '#contract/strengthening.ts'
import { isLabourDispute } from '#db/domain/case/taxonomy.ts'
import { useAsk, type OutputOf } from '../../lib/ask.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Section } from '../../ui/section.tsx'
import { ApplicationList } from './application-list.tsx'
import { RouteDetail } from './route-detail.tsx'
import { RouteList } from './route-list.tsx'
import './strengthening.css'

/** The ways that make an agreement binding by force, side by side, and the applications on them. */
export function StrengtheningScreen({ caseId }: { caseId: string }) {
  const go = useGo()
  const asked = useAsk('strengthening.get', { caseId })
  const record = useAsk('cases.get', { id: caseId })
  const owed = useAsk('obligations.get', { caseId })
  const failure = asked.failure ?? record.failure
  const data = asked.previous ? undefined : asked.data
  return (
    <Screen
      title="协议的保障"
      subtitle={record.data && `${record.data.caseNumber} ${record.data.title}`}
      back={{ to: 'case', caseId }}
      actions={
        <>
          <Button onClick={() => go({ to: 'performance', caseId })}>看履行</Button>
          <Button onClick={() => go({ to: 'settings', section: 'offices' })}>法院和机构</Button>
        </>
      }
    >
      <FailureNotice failure={failure} />
      {data && record.data ? (
        <Ways
          data={data}
          isLabour={isLabourDispute(record.data.typeCode)}
          owedFen={owed.data?.totals.lateFen}
        />
      ) : failure ? null : (
        <Loading />
      )}
    </Screen>
  )
}

/** What waits for its result, else the first that is open. */
const firstRoute = (routes: readonly RouteRow[]): RouteRow | undefined =>
  routes.find(({ closed }) => closed.some(({ code }) => code === 'pending')) ??
  routes.find(({ open }) => open) ??
  routes[0]

type Props = { data: OutputOf<'strengthening.get'>; isLabour: boolean; owedFen?: number }

function Ways({ data, isLabour, owedFen }: Props) {
  const { routes, applications, mayEdit } = data
  const [picked, setPicked] = useState<RouteRow['route']>()
  const top = useRef<HTMLDivElement>(null)
  const chosen = routes.find(({ route }) => route === picked) ?? firstRoute(routes)
  const noneOpen = routes.every(({ open }) => !open)
  if (!chosen) return null
  return (
    <div className="stack" ref={top}>
      {applications.length > 0 ? (
        <Section title="已经登记的申请">
          <ApplicationList applications={applications} mayEdit={mayEdit} />
        </Section>
      ) : null}
      {noneOpen && applications.length === 0 ? (
        <Notice>
          现在没有能办的路，每一条的原因都写在下面。先问清楚的事情填好以后会重新判断。
        </Notice>
      ) : null}
      <div className="strengthening-ways">
        <Section title="可以走的路">
          <RouteList routes={routes} chosen={chosen.route} onChoose={setPicked} />
        </Section>
        <RouteDetail
          key={chosen.route}
          record={data}
          row={chosen}
          isLabour={isLabour}
          owedFen={owedFen === 0 ? undefined : owedFen}
          // There it stands now, with what may come next.
          onApplied={() => top.current?.scrollIntoView({ block: 'start' })}
        />
      </div>
    </div>
  )
}
