import { useState } from 'react'
import { useAsk, useRun, type OutputOf } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { formatInstantNear } from '../../lib/format/date.ts'
import { hasRole, useMe } from '../../lib/me.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { DutyTabs } from '../../ui/duty-tabs.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { RotaSetUp } from '../../ui/rota-set-up.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import { stateLooks, stretchWords } from './board-words.ts'
import { NewRotaDialog } from './new-rota-dialog.tsx'
import { nextStretch } from './next-stretch.ts'
import './rota.css'

type Rota = OutputOf<'rotas.list'>[number]

/** 值班表: every rota, the newest first, and the next stretch ready to be begun. */
export function RotasScreen() {
  const me = useMe()
  const go = useGo()
  const asked = useAsk('rotas.list', {}, { fresh: true })
  const create = useRun('rotas.create')
  const [choosing, setChoosing] = useState(false)
  const isHead = hasRole(me, 'head')
  const desks = useAsk('desks.all', {})
  const lawyers = useAsk('lawyers.list', {})
  const isReady =
    (asked.data?.length ?? 0) > 0 ||
    ((desks.data?.desks.length ?? 1) > 0 && (lawyers.data?.length ?? 1) > 0)
  const next = nextStretch(asked.data ?? [], today())
  const begin = async (stretch: typeof next) => {
    const made = await create.run(stretch)
    if (made) go({ to: 'rota', rotaId: made.id })
  }
  return (
    <Screen title="值班表">
      <DutyTabs current="rota" />
      <FailureNotice failure={asked.failure} />
      {asked.data ? (
        <>
          <RotaSetUp />
          {isHead && isReady ? (
            <Section title="排下一张">
              <div className="stack">
                {choosing ? null : <FailureNotice failure={create.failure} />}
                <div className="row">
                  <Button
                    kind="primary"
                    large
                    shortcut="Ctrl+Enter"
                    busy={create.running && !choosing}
                    onClick={() => void begin(next)}
                  >
                    排 {stretchWords(next.from, next.to, today())}
                  </Button>
                  <Button
                    onClick={() => {
                      create.clear()
                      setChoosing(true)
                    }}
                  >
                    换别的日子
                  </Button>
                </div>
              </div>
            </Section>
          ) : null}
          <Section title="已有的值班表">
            <DataTable
              label="值班表"
              columns={columns}
              rows={asked.data}
              rowKey={({ id }) => id}
              onOpen={({ id }) => go({ to: 'rota', rotaId: id })}
              empty={
                <EmptyState
                  text={
                    isHead && !isReady
                      ? '还没有值班表。先照上面的步骤设好窗口、登记律师，再排第一张。'
                      : isHead
                        ? '还没有值班表。点上面的按钮排第一张。'
                        : '还没有值班表。由主任排好第一张以后，这里可以改。'
                  }
                />
              }
            />
          </Section>
        </>
      ) : asked.failure ? null : (
        <Loading />
      )}
      {choosing ? (
        <NewRotaDialog
          start={next}
          busy={create.running}
          failure={create.failure}
          onBegin={(stretch) => void begin(stretch)}
          onClose={() => {
            create.clear()
            setChoosing(false)
          }}
        />
      ) : null}
    </Screen>
  )
}

const columns: Column<Rota>[] = [
  {
    key: 'stretch',
    title: '日期',
    render: ({ from, to }) => (
      <>
        <strong>{stretchWords(from, to, today())}</strong>
        {from <= today() && today() <= to ? <span className="muted"> 现在用的</span> : null}
      </>
    ),
  },
  {
    key: 'state',
    title: '状态',
    width: '12rem',
    render: ({ state }) => <Tag {...stateLooks[state]} />,
  },
  {
    key: 'gaps',
    title: '空缺',
    width: '8rem',
    render: ({ gaps }) => (gaps === 0 ? '没有' : `${gaps} 处`),
  },
  {
    key: 'published',
    title: '最近一次发布',
    width: '16rem',
    render: ({ publishedAt, version }) =>
      publishedAt === undefined
        ? '还没有发布'
        : `${formatInstantNear(publishedAt, today())}，第 ${version} 次`,
  },
]
