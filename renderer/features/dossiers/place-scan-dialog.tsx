import { type FocusEvent, useState } from 'react'
import type { DossierPaperRow } from '#contract/dossiers.ts'
import type { ScanPage } from '#contract/scans.ts'
import { useRun } from '../../lib/ask.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { pageRanges } from './page-ranges.ts'
import { paperKeyOf, paperName } from './paper-words.ts'
import { nextPage, parsePage, placeDoubt, type PlaceTarget, placeTargets } from './placing.ts'
import { scanName } from './scan-words.ts'
import { useScanImage } from './use-scan-image.ts'

type Props = {
  scans: readonly ScanPage[] | undefined
  papers: readonly DossierPaperRow[]
  /** The paper that they are for, as somebody said before. */
  aim: PlaceTarget | undefined
  onClose: () => void
}

/** By hand: this page is that page of that paper. */
export function PlaceScanDialog({ scans, ...rest }: Props) {
  return scans === undefined ? null : <OpenDialog scans={scans} {...rest} />
}

const wantWords = (row: PlaceTarget): string => {
  if (row.scans.missing.length > 0) return `，缺第 ${pageRanges(row.scans.missing)} 页`
  const there = new Set(row.scans.pages).size
  return there === 0 ? '，还没有扫描' : `，已扫 ${there} 页`
}

function OpenDialog({ scans, papers, aim, onClose }: Props & { scans: readonly ScanPage[] }) {
  const targets = placeTargets(papers)
  const [key, setKey] = useState(aim && paperKeyOf(aim))
  const [pageText, setPageText] = useState(aim ? String(nextPage(aim)) : '')
  const placing = useRun('scans.place')
  const target = targets.find((row) => paperKeyOf(row) === key)
  const page = parsePage(pageText)
  const doubt = target && page ? placeDoubt(target, page, scans.length) : undefined
  const choose = (next: string | undefined) => {
    setKey(next)
    const row = targets.find((one) => paperKeyOf(one) === next)
    if (row) setPageText(String(nextPage(row)))
  }
  const place = async () => {
    if (!target || page === undefined) return
    const done = await placing.run({
      scanIds: scans.map(({ id }) => id),
      form: target.form,
      objectId: target.objectId,
      page,
    })
    if (done) onClose()
  }
  return (
    <Dialog
      title={scans.length === 1 ? '这一页放到哪里' : `这 ${scans.length} 页放到哪里`}
      open
      onClose={onClose}
      onConfirm={() => void place()}
      confirmText="放进去"
      confirmDisabled={!target || page === undefined}
      busy={placing.running}
      width={860}
      {...(placing.failure && { failure: placing.failure })}
    >
      <div className="dossier-place">
        <div className="stack">
          <SelectField
            label="哪份文书"
            required
            autoFocus
            options={targets.map((row) => ({
              value: paperKeyOf(row),
              label: `${paperName(row)}${wantWords(row)}`,
            }))}
            value={key}
            onChange={choose}
            {...(targets.length === 0 && { hint: '卷里还没有文书。先在“卷内文书”里加上。' })}
          />
          <div onFocus={selectText}>
            <TextField
              label="第几页"
              required
              value={pageText}
              inputMode="numeric"
              onChange={setPageText}
              {...(scans.length > 1 && { hint: '这是第一张的页数，其余的依次往后' })}
              {...(pageText.trim() !== '' &&
                page === undefined && { error: '请写 1 到 9999 的数' })}
            />
          </div>
          {doubt ? <Notice tone="warning">{doubt}</Notice> : null}
        </div>
        {scans[0] ? <Sample scan={scans[0]} /> : null}
      </div>
    </Dialog>
  )
}

/** What stands there is replaced by typing; a moment later, as a click still puts the cursor. */
const selectText = ({ target }: FocusEvent): void => {
  if (target instanceof HTMLInputElement) setTimeout(() => target.select(), 0)
}

function Sample({ scan }: { scan: ScanPage }) {
  const { source } = useScanImage(scan, 480)
  return (
    <figure className="dossier-place-picture">
      {source ? <img src={source} alt="" /> : null}
      <figcaption className="hint">{scanName(scan)}</figcaption>
    </figure>
  )
}
