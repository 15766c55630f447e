import { useState } from 'react'
import type { Office } from '#contract/strengthening.ts'
import { officeKinds, officeKindWords, type OfficeKind } from '#db/domain/strengthening/offices.ts'
import { useRun } from '../../lib/ask.ts'
import { hasRole, useMe } from '../../lib/me.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { TextAreaField } from '../../ui/text-area-field.tsx'
import { TextField } from '../../ui/text-field.tsx'

type Form = Omit<Office, 'id' | 'revision' | 'areas'> & { areas: string }

const formOf = (office: Office | undefined): Form => ({
  kind: office?.kind ?? 'court',
  level: office?.level ?? 'basic',
  name: office?.name ?? '',
  areas: office?.areas.join('、') ?? '',
  address: office?.address ?? '',
  phone: office?.phone ?? '',
  note: office?.note ?? '',
  invitesUs: office?.invitesUs ?? false,
})

const areasOf = (text: string): string[] =>
  [...new Set(text.split(/[、，,；;\s]+/u))].filter((area) => area !== '')

/** One office; the places that it is in charge of are words as they stand in addresses. */
export function OfficeDialog({ office, onClose }: { office?: Office; onClose: () => void }) {
  const me = useMe()
  const saving = useRun('offices.save')
  const removing = useRun('offices.remove')
  const [form, setForm] = useState(() => formOf(office))
  const [tried, setTried] = useState(false)
  const set = (part: Partial<Form>) => setForm((old) => ({ ...old, ...part }))
  const isCourt = form.kind === 'court'
  const longArea = areasOf(form.areas).find((area) => area.length > 30)
  const confirm = async () => {
    setTried(true)
    if (form.name.trim() === '' || longArea !== undefined) return
    const done = await saving.run({
      ...(office ? { id: office.id } : {}),
      revision: office?.revision ?? 0,
      office: {
        ...form,
        name: form.name.trim(),
        areas: areasOf(form.areas),
        level: isCourt ? form.level : 'basic',
        invitesUs: isCourt && form.invitesUs,
      },
    })
    if (done) onClose()
  }
  const remove = async () => {
    if (office && (await removing.run({ id: office.id }))) onClose()
  }
  return (
    <Dialog
      title={office ? '修改机构' : '添加机构'}
      open
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmText="保存"
      busy={saving.running}
      failure={saving.failure}
      width={860}
      extra={
        office && hasRole(me, 'head') ? (
          <Button kind="danger" busy={removing.running} onClick={() => void remove()}>
            删除
          </Button>
        ) : undefined
      }
    >
      <FailureNotice failure={removing.failure} />
      <TextField
        label="全称（印在文书上）"
        required
        autoFocus
        maxLength={100}
        value={form.name}
        onChange={(name) => set({ name })}
        error={tried && form.name.trim() === '' ? '请写上机构的全称' : undefined}
      />
      <TextField
        label="管辖的地方"
        value={form.areas}
        onChange={(areas) => set({ areas })}
        hint="写地址里会出现的地名，用顿号隔开，如：吴兴区、织里镇"
        error={longArea === undefined ? undefined : '每个地名不超过 30 个字，用顿号隔开'}
      />
      <ChoiceField<OfficeKind>
        label="类别"
        options={officeKinds.map((value) => ({ value, label: officeKindWords[value] }))}
        value={form.kind}
        onChange={(kind) => set({ kind })}
      />
      {isCourt ? (
        <>
          <ChoiceField
            label="级别"
            options={[
              { value: 'basic' as const, label: '基层人民法院' },
              { value: 'intermediate' as const, label: '中级人民法院' },
            ]}
            value={form.level}
            onChange={(level) => set({ level })}
          />
          <CheckField
            label="这个法院邀请（委派、委托）本机构调解"
            value={form.invitesUs}
            onChange={(invitesUs) => set({ invitesUs })}
          />
        </>
      ) : null}
      <div className="grid-2">
        <TextField
          label="地址"
          maxLength={200}
          value={form.address}
          onChange={(address) => set({ address })}
        />
        <TextField
          label="电话"
          maxLength={50}
          value={form.phone}
          onChange={(phone) => set({ phone })}
        />
      </div>
      <TextAreaField
        label="备注"
        maxLength={500}
        value={form.note}
        onChange={(note) => set({ note })}
        hint="如立案窗口、办公时间"
      />
    </Dialog>
  )
}
