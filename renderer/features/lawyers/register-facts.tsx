import { Section } from '../../ui/section.tsx'

type RegisterFactsProps = { title: string; lines: readonly (readonly [string, string])[] }

/** The register as somebody sees it who does not change it. */
export function RegisterFacts({ title, lines }: RegisterFactsProps) {
  return (
    <Section title={title}>
      <dl className="facts">
        {lines.map(([word, text]) => (
          <div key={word} className="lawyers-fact">
            <dt>{word}</dt>
            <dd>{text || <span className="muted">没有填</span>}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">由主任修改。</p>
    </Section>
  )
}
