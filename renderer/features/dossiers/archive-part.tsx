import { useState } from 'react'
import { retentionClasses } from '#db/domain/dossier/dossier.ts'
import type { OutputOf } from '../../lib/ask.ts'
import { hasRole, useMe } from '../../lib/me.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SaveNote } from '../../ui/save-note.tsx'
import { Section } from '../../ui/section.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextAreaField } from '../../ui/text-area-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { type ArchiveWords, retentionLabel } from './archive-form.ts'
import { DossierLoans } from './dossier-loans.tsx'
import { RetentionYearsDialog } from './retention-years-dialog.tsx'
import { useArchiveSaving } from './use-archive-saving.ts'

type Props = { record: OutputOf<'dossiers.get'> }

/** What stands on the cover and on the back, and where the volume is. */
export function ArchivePart({ record }: Props) {
  const { words, update, state } = useArchiveSaving(record)
  const me = useMe()
  const disabled = !record.mayEdit
  // Number and shelf are given, and late papers told of, after the volume is closed.
  const lateDisabled = disabled && !(record.isClosed && hasRole(me, 'mediator', 'head'))
  return (
    <div className="dossier-archive">
      <Section
        title="归档"
        extra={
          <span className="muted">
            <SaveNote state={state} />
          </span>
        }
      >
        <div className="form">
          <FailureNotice failure={state.kind === 'stopped' ? state.failure : undefined} />
          <Retention record={record} words={words} update={update} disabled={disabled} />
          <TextField
            label="档号"
            value={words.archiveNumber ?? ''}
            onChange={(archiveNumber) => update({ archiveNumber })}
            maxLength={40}
            disabled={lateDisabled}
            hint="照本中心的编法写，没有就空着"
          />
          <TextField
            label="存放在哪里"
            value={words.shelf}
            onChange={(shelf) => update({ shelf })}
            maxLength={60}
            disabled={lateDisabled}
            placeholder="例如 二号柜第三层"
          />
          <div className="dossier-pair">
            <TextField
              label="立卷人"
              value={words.compilerName}
              onChange={(compilerName) => update({ compilerName })}
              maxLength={30}
              disabled={disabled}
            />
            <DateField
              label="立卷日期"
              value={words.compiledOn}
              onChange={(compiledOn) => update({ compiledOn })}
              disabled={disabled}
            />
          </div>
          <div className="dossier-pair">
            <TextField
              label="检查人"
              value={words.checkerName}
              onChange={(checkerName) => update({ checkerName })}
              maxLength={30}
              disabled={disabled}
            />
            <DateField
              label="检查日期"
              value={words.checkedOn}
              onChange={(checkedOn) => update({ checkedOn })}
              disabled={disabled}
            />
          </div>
          <TextAreaField
            label="封面备注"
            value={words.remark}
            onChange={(remark) => update({ remark })}
            maxLength={500}
            minRows={2}
            disabled={lateDisabled}
          />
          {record.packs.length > 1 ? (
            <SelectField
              label="按哪套规则体检"
              options={record.packs.map(({ id, title }) => ({ value: id, label: title }))}
              value={words.packId}
              onChange={(packId) => packId !== undefined && update({ packId })}
              disabled={disabled}
            />
          ) : null}
        </div>
      </Section>
      <div className="stack">
        <DossierLoans record={record} />
        <VolumeNotes
          words={words}
          update={update}
          disabled={disabled}
          lateDisabled={lateDisabled}
        />
        <Closings closings={record.closings} />
      </div>
    </div>
  )
}

type FormProps = {
  words: ArchiveWords
  update: (part: Partial<ArchiveWords>) => void
  disabled: boolean
}

function Retention({ record, words, update, disabled }: Props & FormProps) {
  const me = useMe()
  const [setting, setSetting] = useState(false)
  const isHead = hasRole(me, 'head')
  return (
    <div className="stack">
      <ChoiceField
        label="保管期限"
        options={retentionClasses.map((value) => ({
          value,
          label: retentionLabel(value, record.retentionYears),
        }))}
        value={words.retention}
        onChange={(retention) => update({ retention })}
        disabled={disabled}
        {...(words.retention === undefined &&
          record.suggestedRetention !== undefined && {
            hint: `看纠纷的种类和协议的内容，建议选${retentionLabel(record.suggestedRetention, {})}`,
          })}
      />
      {isHead ? (
        <div>
          <Button kind="link" onClick={() => setSetting(true)}>
            设短期、长期各是几年
          </Button>
        </div>
      ) : null}
      <RetentionYearsDialog
        key={String(setting)}
        open={setting}
        years={record.retentionYears}
        onClose={() => setSetting(false)}
      />
    </div>
  )
}

const notes = [
  ['missing', '缺少的材料和原因'],
  ['late', '补入的材料'],
  ['damaged', '破损、污渍和处理'],
  ['media', '录音录像、照片等载体'],
  ['otherNotes', '其他要说明的'],
] as const

/** Of 卷宗情况说明; a blank line prints 无. */
function VolumeNotes({
  words,
  update,
  disabled,
  lateDisabled,
}: FormProps & { lateDisabled: boolean }) {
  return (
    <Section title="卷宗情况说明">
      <p className="hint">有什么写什么，没有的空着。写在这里，打印在《卷宗情况说明》上。</p>
      <div className="stack">
        {notes.map(([name, label]) => (
          <TextAreaField
            key={name}
            label={label}
            value={words[name]}
            onChange={(text) => update({ [name]: text })}
            maxLength={2000}
            minRows={1}
            disabled={name === 'missing' || name === 'late' ? lateDisabled : disabled}
          />
        ))}
      </div>
    </Section>
  )
}

/** Pages are known as far as they were printed or scanned. */
export const pagesWords = ({ volumePages }: { volumePages: number }): string =>
  volumePages > 0 ? `，共 ${volumePages} 页` : ''

function Closings({ closings }: { closings: Props['record']['closings'] }) {
  if (closings.length === 0) return null
  return (
    <Section title="归档记录">
      <ul className="dossier-closings">
        {closings.map((one) => (
          <li key={one.closedAt}>
            <strong>{one.closedOn}</strong> {one.closedByName}归档{pagesWords(one)}。
            {one.reason === '' ? null : <div>带着问题归档的理由：{one.reason}</div>}
            {one.findings.length === 0 ? null : (
              <ul className="muted dossier-plain">
                {one.findings.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
