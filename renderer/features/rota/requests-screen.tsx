import { useState } from 'react'
import type { RotaRequest } from '#contract/requests.ts'
import { useAsk } from '../../lib/ask.ts'
import { hasRole, useMe } from '../../lib/me.ts'
import { Button } from '../../ui/button.tsx'
import { DutyTabs } from '../../ui/duty-tabs.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Section } from '../../ui/section.tsx'
import { Notice } from '../../ui/notice.tsx'
import { AskDialog } from './ask-dialog.tsx'
import { NoticesDialog } from './notices-dialog.tsx'
import { RequestItem } from './request-item.tsx'
import { SwapDialog } from './swap-dialog.tsx'
import './rota-lists.css'
import './rota.css'

/** 换班请假: what lawyers ask for, checked against every rule, and what the head decides. */
export function RotaRequestsScreen() {
  const me = useMe()
  const open = useAsk('requests.list', { open: true }, { fresh: true })
  const [showsClosed, setShowsClosed] = useState(false)
  const [asking, setAsking] = useState<'ask' | 'swap'>()
  const [decided, setDecided] = useState<'yes' | 'no'>()
  const [telling, setTelling] = useState(false)
  const close = () => setAsking(undefined)
  return (
    <Screen
      title="换班请假"
      actions={
        <>
          <Button onClick={() => setAsking('ask')}>替律师登记</Button>
          {hasRole(me, 'head') ? (
            <Button onClick={() => setAsking('swap')}>给两位律师对换</Button>
          ) : null}
        </>
      }
    >
      <DutyTabs current="requests" />
      <FailureNotice failure={open.failure} />
      {decided ? (
        <Notice
          tone="done"
          title={
            decided === 'yes'
              ? '已同意，值班表已经改好。请告知有关的律师。'
              : '已答复不同意，值班表没有变。'
          }
          actions={
            decided === 'yes' ? (
              <Button onClick={() => setTelling(true)}>看通知名单</Button>
            ) : undefined
          }
          onClose={() => setDecided(undefined)}
        />
      ) : null}
      {open.data ? (
        <Section title={`没办完的 ${open.data.length} 条`}>
          <Requests
            requests={open.data}
            onDecided={(approved) => setDecided(approved ? 'yes' : 'no')}
            empty="现在没有要办的换班和请假。律师在“我的班次”里提出，这里就会出现。"
          />
        </Section>
      ) : open.failure ? null : (
        <Loading />
      )}
      {showsClosed ? (
        <ClosedRequests />
      ) : (
        <p>
          <Button onClick={() => setShowsClosed(true)}>看办完的</Button>
        </p>
      )}
      {telling ? <NoticesDialog onClose={() => setTelling(false)} /> : null}
      {asking === 'ask' ? <AskDialog onClose={close} /> : null}
      {asking === 'swap' ? <SwapDialog onClose={close} /> : null}
    </Screen>
  )
}

type RequestsProps = {
  requests: readonly RotaRequest[]
  empty: string
  onDecided?: (approved: boolean) => void
}

function Requests({ requests, empty, onDecided }: RequestsProps) {
  if (requests.length === 0) return <EmptyState text={empty} />
  return (
    <ul className="rota-requests">
      {requests.map((request) => (
        <RequestItem key={request.id} request={request} onDecided={onDecided} />
      ))}
    </ul>
  )
}

function ClosedRequests() {
  const { data, failure } = useAsk('requests.list', { open: false }, { fresh: true })
  if (!data) return failure ? <FailureNotice failure={failure} /> : <Loading />
  const closed = data.filter(({ state }) => state !== 'asked' && state !== 'agreed')
  return (
    <Section title={`办完的 ${closed.length} 条`}>
      <Requests requests={closed} empty="还没有办完的。" />
    </Section>
  )
}
