import { useEffect, useState } from 'react'
import { call, useRun, type OutputOf } from '../../lib/ask.ts'
import { now, today } from '../../lib/clock.ts'
import { failureOf, type Failure } from '../../lib/failure.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Screen } from '../../ui/screen.tsx'
import { beginConsultation, draftOf } from './consultation-draft.ts'
import { ConsultationPage } from './consultation-page.tsx'
import './consultations.css'
import { isBegun } from './new-consultations.ts'

type Stored = OutputOf<'consultations.get'>
type Opened = { stored: Stored } | { begunAt: string; lawyerId: string | undefined }

/** 登记咨询: a new page of the register, or one that was written before. */
export function ConsultationScreen({ id }: { id: string }) {
  const [round, setRound] = useState(0)
  const { opened, failure } = useOpened(id, round)
  const again = () => setRound((count) => count + 1)
  if (failure)
    return (
      <Screen title="法律咨询登记" back={{ to: 'consultations' }}>
        <FailureNotice failure={failure} />
      </Screen>
    )
  if (!opened) return <Loading text="正在打开咨询登记…" />
  if ('stored' in opened && opened.stored.removed)
    return <RemovedPage stored={opened.stored} onRestored={again} />
  const source =
    'stored' in opened
      ? {
          id,
          revision: opened.stored.revision,
          number: opened.stored.number,
          at: opened.stored.form.at,
          draft: draftOf(opened.stored.form),
        }
      : {
          id,
          revision: 0,
          number: undefined,
          at: opened.begunAt,
          draft: beginConsultation(opened.begunAt, opened.lawyerId),
        }
  return (
    <ConsultationPage
      key={`${id} ${round}`}
      source={source}
      stored={'stored' in opened ? opened.stored : undefined}
      onReload={again}
    />
  )
}

/** Past the cache: the page itself keeps changing the record. */
const useOpened = (id: string, round: number) => {
  const [opened, setOpened] = useState<Opened & { of: string }>()
  const [failure, setFailure] = useState<Failure>()
  const of = `${id} ${round}`
  useEffect(() => {
    let isGone = false
    setFailure(undefined)
    const open = async (): Promise<Opened> => {
      try {
        return { stored: await call('consultations.get', { id }) }
      } catch (error) {
        if (!isBegun(id) || failureOf(error).code !== 'consultations.notFound') throw error
        const lawyers = await call('consultations.lawyers', { date: today() })
        const onDuty = lawyers.filter((lawyer) => lawyer.onDuty)
        // The one at the desk; where there are several, nobody guesses.
        const only = onDuty.length === 1 ? onDuty[0] : lawyers.length === 1 ? lawyers[0] : undefined
        return { begunAt: now(), lawyerId: only?.id }
      }
    }
    open().then(
      (found) => {
        if (!isGone) setOpened({ ...found, of: `${id} ${round}` })
      },
      (error: unknown) => {
        if (!isGone) setFailure(failureOf(error))
      },
    )
    return () => {
      isGone = true
    }
  }, [id, round])
  return { opened: opened?.of === of ? opened : undefined, failure }
}

function RemovedPage({ stored, onRestored }: { stored: Stored; onRestored: () => void }) {
  const restore = useRun('consultations.restore')
  const bring = async () => {
    if (await restore.run({ id: stored.id, revision: stored.revision })) onRestored()
  }
  return (
    <Screen title="法律咨询登记" subtitle={stored.number} back={{ to: 'consultations' }}>
      <FailureNotice failure={restore.failure} />
      <Notice
        title="这条咨询已经删除"
        actions={
          <Button kind="primary" busy={restore.running} onClick={() => void bring()}>
            恢复
          </Button>
        }
      >
        编号留着不再用于别的咨询，内容没有丢，恢复后可以接着写。
      </Notice>
    </Screen>
  )
}
