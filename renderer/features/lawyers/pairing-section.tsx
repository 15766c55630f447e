import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useAsk, useRun, type OutputOf } from '../../lib/ask.ts'
import { hasRole, useMe } from '../../lib/me.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { focusFirstError } from '../../ui/focus-first-error.ts'
import { Section } from '../../ui/section.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import { TextField } from '../../ui/text-field.tsx'

type Pairing = OutputOf<'desks.all'>['pairings'][number]

const looks = {
  together: { word: '尽量同班', tone: 'done' },
  apart: { word: '不同班', tone: 'waiting' },
} as const

export function PairingSection({ pairings }: { pairings: readonly Pairing[] }) {
  const isHead = hasRole(useMe(), 'head')
  const [adding, setAdding] = useState(false)
  const remove = useRun('desks.removePairing')
  if (!isHead && pairings.length === 0) return null
  return (
    <Section
      title="谁和谁搭班"
      extra={
        isHead ? (
          <Button icon={<Plus aria-hidden="true" />} onClick={() => setAdding(true)}>
            添加一对
          </Button>
        ) : null
      }
    >
      <FailureNotice failure={remove.failure} onClose={remove.clear} />
      {pairings.length === 0 ? (
        <p className="hint">没有要求。师徒想一起值、夫妻要错开的，在这里说。</p>
      ) : null}
      <ul className="lawyers-lines">
        {pairings.map((pairing) => (
          <li key={pairing.id} className="lawyers-line">
            <strong>
              {pairing.oneName}、{pairing.otherName}
            </strong>
            <Tag {...looks[pairing.kind]} />
            {pairing.note ? <span className="muted">{pairing.note}</span> : null}
            {isHead ? (
              <Button
                aria-label={`删除${pairing.oneName}和${pairing.otherName}`}
                onClick={() => void remove.run({ id: pairing.id })}
              >
                删除
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {adding ? <PairingDialog onClose={() => setAdding(false)} /> : null}
    </Section>
  )
}

function PairingDialog({ onClose }: { onClose: () => void }) {
  const lawyers = useAsk('lawyers.list', {})
  const save = useRun('desks.savePairing')
  const [oneId, setOneId] = useState<string>()
  const [otherId, setOtherId] = useState<string>()
  const [kind, setKind] = useState<Pairing['kind']>('apart')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const options = (lawyers.data ?? [])
    .filter(({ active }) => active)
    .map(({ id, name, initials }) => ({ value: id, label: name, keywords: initials }))
  const missing = (id: string | undefined) => (tried && !id ? '请选一位律师' : undefined)
  const same = tried && oneId !== undefined && oneId === otherId ? '要选两个人' : undefined
  const submit = async () => {
    setTried(true)
    if (!oneId || !otherId || oneId === otherId) return focusFirstError()
    const saved = await save.run({ oneId, otherId, kind, note: note.trim() })
    return saved ? onClose() : undefined
  }
  return (
    <Dialog
      title="谁和谁搭班"
      open
      onClose={onClose}
      onConfirm={() => void submit()}
      confirmText="保存"
      busy={save.running}
      failure={save.failure ?? lawyers.failure}
    >
      <div className="grid-2">
        <SelectField
          label="一位律师"
          required
          options={options}
          value={oneId}
          onChange={setOneId}
          error={missing(oneId)}
        />
        <SelectField
          label="另一位律师"
          required
          options={options}
          value={otherId}
          onChange={setOtherId}
          error={missing(otherId) ?? same}
        />
      </div>
      <ChoiceField
        label="要求"
        options={[
          { value: 'apart' as const, label: '不同班（一定错开）', key: '1' },
          { value: 'together' as const, label: '尽量同班', key: '2' },
        ]}
        value={kind}
        onChange={setKind}
      />
      <TextField label="说明" maxLength={200} value={note} onChange={setNote} />
    </Dialog>
  )
}
