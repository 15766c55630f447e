import type { DossierPaperRow } from '#contract/dossiers.ts'
import { useRun } from '../../lib/ask.ts'
import { formatInstantShort } from '../../lib/format/date.ts'
import { presenceLooks } from '../../lib/labels/dossiers.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import type { Dossier, LeadToPart } from './dossier.ts'
import { paperName, printedWords, scanWords } from './paper-words.ts'

type Props = {
  number: number
  row: DossierPaperRow
  record: Pick<Dossier, 'mayEdit' | 'contentVisible'>
  mayAdd: boolean
  adding: boolean
  onAdd: () => void
  onRemove: () => void
  onPart: LeadToPart
}

/** A paper of the volume, or the place where it will lie. */
export function VolumeRow(props: Props) {
  const { number, row, record, mayAdd } = props
  const signing = useRun('dossiers.confirmSigned')
  const name = paperName(row)
  const { objectId } = row
  const maySign = row.wantsSigning && row.state === 'there' && objectId !== undefined
  return (
    <li className={`dossier-row dossier-row-${row.state}`}>
      <span className="dossier-row-number nums" aria-hidden="true">
        {number}
      </span>
      <div className="dossier-row-words">
        <div className="dossier-row-head">
          <Tag {...presenceLooks[row.state]} />
          <strong className="dossier-row-name">{name}</strong>
        </div>
        <RowFacts row={row} />
        <FailureNotice failure={signing.failure} onClose={signing.clear} />
      </div>
      {maySign ? (
        <CheckField
          label={
            <>
              签名齐全<span className="tx-unseen"> {name}</span>
            </>
          }
          value={row.signed}
          disabled={!record.mayEdit}
          onChange={(signed) => void signing.run({ form: row.form, objectId, signed })}
        />
      ) : null}
      <div className="dossier-row-actions">
        {objectId === undefined ? (
          <AbsentActions
            name={name}
            row={row}
            mayAdd={mayAdd}
            record={record}
            adding={props.adding}
            onAdd={props.onAdd}
            onPart={props.onPart}
          />
        ) : (
          <PaperActions
            name={name}
            row={row}
            objectId={objectId}
            mayEdit={record.mayEdit}
            onRemove={props.onRemove}
            onPart={props.onPart}
          />
        )}
      </div>
    </li>
  )
}

function RowFacts({ row }: { row: DossierPaperRow }) {
  const printed = printedWords(row)
  const scans = scanWords(row)
  return (
    <div className="dossier-row-facts muted">
      {printed === '' ? null : <span className="nums">{printed}</span>}
      {row.printedAt ? (
        <span className="nums">{formatInstantShort(row.printedAt)} 打印</span>
      ) : null}
      {row.changedSince ? <Tag tone="waiting" word="打印后又改过" /> : null}
      {scans ? <Tag tone={scans.tone} word={scans.text} /> : null}
      {row.filedLate ? <Tag tone="waiting" word="归档后补入" /> : null}
    </div>
  )
}

type AbsentProps = Pick<Props, 'row' | 'record' | 'mayAdd' | 'adding' | 'onAdd' | 'onPart'> & {
  name: string
}

function AbsentActions({ name, row, record, mayAdd, adding, onAdd, onPart }: AbsentProps) {
  if (mayAdd)
    return (
      <Button aria-label={`加上 ${name}`} busy={adding} onClick={onAdd}>
        加上
      </Button>
    )
  if (row.scanOnly)
    return (
      <Button aria-label={`放扫描件 ${name}`} onClick={() => onPart('scans', row)}>
        放扫描件
      </Button>
    )
  return row.state === 'missing' && record.contentVisible ? (
    <Button aria-label={`看怎么补 ${name}`} onClick={() => onPart('findings')}>
      看怎么补
    </Button>
  ) : null
}

type PaperProps = Pick<Props, 'row' | 'onRemove' | 'onPart'> & {
  name: string
  objectId: string
  mayEdit: boolean
}

function PaperActions({ name, row, objectId, mayEdit, onRemove, onPart }: PaperProps) {
  const go = useGo()
  const { form } = row
  const isScanned = row.scans.pages.length > 0
  const scanWord = isScanned ? '看扫描件' : '放扫描件'
  return (
    <>
      {row.removable && mayEdit ? (
        <Button kind="link" aria-label={`移出卷宗 ${name}`} onClick={onRemove}>
          移出卷宗
        </Button>
      ) : null}
      {row.editable && mayEdit ? (
        <Button aria-label={`填写 ${name}`} onClick={() => go({ to: 'sheet', form, objectId })}>
          填写
        </Button>
      ) : null}
      {row.scanOnly ? (
        <Button
          aria-label={`${scanWord} ${name}`}
          onClick={() => onPart('scans', isScanned ? undefined : row)}
        >
          {scanWord}
        </Button>
      ) : (
        <Button aria-label={`打开 ${name}`} onClick={() => go({ to: 'paper', form, objectId })}>
          打开
        </Button>
      )}
    </>
  )
}
