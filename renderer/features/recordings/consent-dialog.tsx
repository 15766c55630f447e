import { useState } from 'react'
import { useAsk } from '../../lib/ask.ts'
import { CheckField } from '../../ui/check-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'

type Props = {
  sessionId: string
  /** Parties that consented earlier in this session. */
  before: readonly string[]
  onClose: () => void
  onConsented: (consentsOf: readonly string[]) => Promise<void>
}

/** No sound before every party present has said yes. */
export function ConsentDialog({ sessionId, before, onClose, onConsented }: Props) {
  const asked = useAsk('sessions.get', { id: sessionId })
  const settings = useAsk('recordings.settings', {})
  const [consented, setConsented] = useState<readonly string[]>(before)
  const present = (asked.data?.parties ?? []).filter((party) =>
    asked.data?.attendees.some((one) => one.partyId === party.id && one.leftAt === undefined),
  )
  const others = (asked.data?.attendees ?? []).filter(
    ({ capacity, leftAt }) => (capacity === 'helper' || capacity === 'lawyer') && !leftAt,
  )
  const [othersAgree, setOthersAgree] = useState(false)
  const all =
    present.length > 0 &&
    present.every(({ id }) => consented.includes(id)) &&
    (others.length === 0 || othersAgree)
  const keepDays = settings.data?.keepDays
  const set = (partyId: string, yes: boolean) =>
    setConsented((old) => (yes ? [...old, partyId] : old.filter((id) => id !== partyId)))
  return (
    <Dialog
      title="录音前先问每一方"
      open
      onClose={onClose}
      onConfirm={() => void onConsented(consented)}
      confirmText="开始录音"
      confirmDisabled={!all}
    >
      <p>
        录音只用来核对笔录，加密存在本机，
        {keepDays === undefined ? '和案件一起保存' : `${keepDays} 天后自动删除`}
        ；单独谈话不录。任何一方不同意就不录。
      </p>
      <FailureNotice failure={asked.failure} />
      {asked.loading ? <Loading /> : null}
      {present.map(({ id, name }) => (
        <CheckField
          key={id}
          label={`${name} 同意录音`}
          value={consented.includes(id)}
          onChange={(yes) => set(id, yes)}
        />
      ))}
      {others.length > 0 ? (
        <CheckField
          label={`在场的 ${others.map(({ name }) => name).join('、')} 也同意`}
          value={othersAgree}
          onChange={setOthersAgree}
        />
      ) : null}
    </Dialog>
  )
}
