import { useState } from 'react'
import type { ScanPage } from '#contract/scans.ts'
import { useRun } from '../../lib/ask.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Section } from '../../ui/section.tsx'
import { ScanCard } from './scan-card.tsx'
import { scanName } from './scan-words.ts'

type Props = {
  scans: readonly ScanPage[]
  mayMove: (scan: ScanPage) => boolean
  onPlace: (scans: readonly ScanPage[]) => void
  onSetAside: (scans: readonly ScanPage[]) => void
  onLook: (scan: ScanPage) => void
}

/** Pages whose paper is not known; one or several at once go to a paper. */
export function LooseScans({ scans, mayMove, onPlace, onSetAside, onLook }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const turning = useRun('scans.turn')
  const movable = scans.filter(mayMove)
  const picked = movable.filter(({ id }) => chosen.has(id))
  const choose = (id: string, wanted: boolean) =>
    setChosen((old) => new Set(wanted ? [...old, id] : [...old].filter((one) => one !== id)))
  if (scans.length === 0) return null
  return (
    <Section
      title={`还没归位的 ${scans.length} 页`}
      extra={
        movable.length > 1 ? (
          <>
            <Button
              onClick={() =>
                setChosen(
                  picked.length === movable.length
                    ? new Set()
                    : new Set(movable.map(({ id }) => id)),
                )
              }
            >
              {picked.length === movable.length ? '都不选' : '全选'}
            </Button>
            <Button disabled={picked.length === 0} onClick={() => onSetAside(picked)}>
              选中的不入卷
            </Button>
            <Button disabled={picked.length === 0} onClick={() => onPlace(picked)}>
              {picked.length === 0 ? '选中的放到…' : `选中的 ${picked.length} 页放到…`}
            </Button>
          </>
        ) : undefined
      }
    >
      <FailureNotice failure={turning.failure} onClose={turning.clear} />
      <ul className="dossier-scans">
        {scans.map((scan) => (
          <ScanCard
            key={scan.id}
            scan={scan}
            onLook={() => onLook(scan)}
            check={
              movable.length > 1 && mayMove(scan) ? (
                <CheckField
                  label={
                    <>
                      选这页<span className="tx-unseen"> {scanName(scan)}</span>
                    </>
                  }
                  value={chosen.has(scan.id)}
                  onChange={(wanted) => choose(scan.id, wanted)}
                />
              ) : undefined
            }
          >
            {mayMove(scan) ? (
              <>
                <Button aria-label={`放到… ${scanName(scan)}`} onClick={() => onPlace([scan])}>
                  放到…
                </Button>
                <Button
                  aria-label={`向右转 ${scanName(scan)}`}
                  disabled={turning.running}
                  onClick={() => void turning.run({ scanId: scan.id, by: 90 })}
                >
                  转
                </Button>
                <Button aria-label={`不入卷 ${scanName(scan)}`} onClick={() => onSetAside([scan])}>
                  不入卷
                </Button>
              </>
            ) : null}
          </ScanCard>
        ))}
      </ul>
    </Section>
  )
}
