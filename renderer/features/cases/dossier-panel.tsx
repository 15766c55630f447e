import { Printer } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { CaseRecord } from '#contract/cases.ts'
import { type OutputOf, useAsk } from '../../lib/ask.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import { dossierLines, dossierSummary } from './dossier-lines.ts'

const papers = [
  { form: 'receipt', label: '受理回执' },
  { form: 'f03', label: '受理登记表' },
  { form: 'f04', label: '权利义务告知书' },
] as const

/** 卷内文书: what is there and what is missing, and the papers of the registration. */
export function DossierPanel({ record }: { record: CaseRecord }) {
  const go = useGo()
  return (
    <Section title="卷内文书">
      <div className="stack">
        <DossierState record={record} />
        <div className="row">
          {papers.map(({ form, label }) => (
            <Button
              key={form}
              icon={<Printer aria-hidden="true" />}
              onClick={() => go({ to: 'paper', form, objectId: record.id })}
            >
              {label}
            </Button>
          ))}
        </div>
      </div>
    </Section>
  )
}

/** Asked again whenever the case itself has changed. */
function DossierState({ record }: { record: CaseRecord }) {
  const { data, failure, loading, reload } = useAsk(
    'dossiers.get',
    { caseId: record.id },
    { fresh: true },
  )
  const shown = useRef(record)
  useEffect(() => {
    if (shown.current === record) return
    shown.current = record
    reload()
  }, [record, reload])
  if (loading) return <Loading />
  // The rest of the case page does not hang on it; the dossier itself says what is wrong.
  return failure || !data ? null : (
    <DossierLines dossier={{ ...data, contentVisible: record.contentVisible }} />
  )
}

type Shown = OutputOf<'dossiers.get'> & { contentVisible: boolean }

function DossierLines({ dossier }: { dossier: Shown }) {
  return (
    <div>
      <p>{dossierSummary(dossier)}</p>
      <ul className="cases-parties">
        {dossierLines(dossier.papers).map(({ key, name, look }) => (
          <li key={key} className="cases-paper">
            <Tag {...look} />
            <span>{name}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
