import { useEffect, useRef, useState } from 'react'
import { useAsk } from '../../lib/ask.ts'
import type { Failure } from '../../lib/failure.ts'
import { closedReasonWords, type AnyRouteCode } from '#db/domain/strengthening/further-routes.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PrintJobStrip } from '../../ui/print-job-strip.tsx'
import { OfficePicker, type ChosenOffice, type Proposals } from './office-picker.tsx'
import { PackList, type Pack } from './pack-list.tsx'
import { usePrintPack } from './use-print-pack.ts'

type Props = {
  /** 受理法院, 仲裁委员会. */
  officeLabel: string
  packLabel: string
  proposals: Proposals
  pack: Pack
  office: ChosenOffice
  onOffice: (office: ChosenOffice) => void
  /** Makes the papers for this office; undefined when it was refused. */
  onMake: (officeName: string) => Promise<Pack | undefined>
  making: boolean
  failure: Failure | undefined
  /** Papers can be made now. */
  mayMake: boolean
}

/** Office, set of papers, and one key that makes and prints all of them. */
export function PackSection(props: Props) {
  const { pack, office, onMake, mayMake, failure } = props
  const offices = useAsk('offices.list', {})
  const printing = usePrintPack()
  const [tried, setTried] = useState(false)
  const foot = useRef<HTMLDivElement>(null)
  const told = printing.jobId ?? printing.failure ?? failure
  useEffect(() => {
    // By its key it is printed from any height of the page.
    if (told) foot.current?.scrollIntoView({ block: 'nearest' })
  }, [told])
  const isBlank = office.name.trim() === ''
  const make = async (): Promise<Pack | undefined> => {
    setTried(true)
    if (isBlank) return undefined
    return onMake(office.name)
  }
  const makeAndPrint = async () => {
    const made = await make()
    if (made) await printing.print(made)
  }
  const anyMade = pack.some(({ state, form }) => state === 'made' && form !== 'f10')
  return (
    <div className="stack">
      <OfficePicker
        label={props.officeLabel}
        proposals={props.proposals}
        names={offices.data?.map(({ name }) => name) ?? []}
        value={office}
        onChange={props.onOffice}
        error={tried && isBlank ? '请写上机构的全称' : undefined}
      />
      <PackList pack={pack} label={props.packLabel} />
      <div ref={foot} className="stack">
        <FailureNotice failure={failure} />
        <ReasonLines failure={failure} />
        <FailureNotice failure={printing.failure} onClose={printing.clear} />
        {printing.jobId ? (
          <>
            {printing.printing ? (
              <Notice>正在送去打印，已送 {printing.sent} 种…</Notice>
            ) : (
              <Notice tone="done">
                已把 {printing.sent} 种文书依次送去打印，按单子上的顺序出纸。
              </Notice>
            )}
            <PrintJobStrip jobId={printing.jobId} onClose={printing.clear} />
          </>
        ) : null}
        {mayMake ? (
          <div className="row">
            <Button
              kind="primary"
              shortcut="Ctrl+P"
              busy={props.making || printing.printing}
              onClick={() => void makeAndPrint()}
            >
              制作并打印全套
            </Button>
            <Button busy={props.making} onClick={() => void make()}>
              {anyMade ? '按这个机构重新制作' : '只制作，不打印'}
            </Button>
          </div>
        ) : null}
      </div>
    </div>
  )
}

/** Every reason that closed a route, told in words. */
export function ReasonLines({ failure }: { failure: Failure | undefined }) {
  const reasons = failure?.code === 'strengthening.routeClosed' ? (failure.reasons ?? []) : []
  if (reasons.length === 0) return null
  return (
    <ul className="tx-notice-list">
      {reasons.map(({ code }) => (
        <li key={code}>{closedReasonWords(code as AnyRouteCode)}</li>
      ))}
    </ul>
  )
}
