import { Printer } from 'lucide-react'
import type { CaseRecord } from '#contract/cases.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'

const papers = [
  { form: 'receipt', label: '受理回执' },
  { form: 'f03', label: '受理登记表' },
  { form: 'f04', label: '权利义务告知书' },
] as const

/** Papers that are made from the registration; minutes and agreement stand with their own lists. */
export function PaperPanel({ record }: { record: CaseRecord }) {
  const go = useGo()
  return (
    <Section title="可打印的文书">
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
    </Section>
  )
}
