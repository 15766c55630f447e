import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useAsk } from '../../lib/ask.ts'
import { fontWords } from '../../lib/labels/printing.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Section } from '../../ui/section.tsx'

/** What papers are set in on this machine; they print all the same where a wished family is missing. */
export const FontSection = () => {
  const asked = useAsk('papers.fonts', {})
  const uses = asked.data?.uses ?? []
  const isMissing = uses.some(({ installed }) => !installed)
  return (
    <Section title="文书用的字体">
      <FailureNotice failure={asked.failure} />
      {asked.loading ? <Loading text="正在查字体…" /> : undefined}
      <ul className="printing-fonts">
        {uses.map((use) => (
          <li key={use.use}>
            {use.installed ? (
              <CircleCheck aria-hidden="true" />
            ) : (
              <TriangleAlert aria-hidden="true" />
            )}
            {fontWords(use)}
          </li>
        ))}
      </ul>
      {isMissing ? (
        <p className="hint">
          缺的字体要有使用权才能装，本软件不附带。不装也能打印，只是字形和公文的要求稍有不同；装好后重新打开谈心就会用上。
        </p>
      ) : undefined}
    </Section>
  )
}
