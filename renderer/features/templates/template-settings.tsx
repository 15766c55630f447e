import { Button } from '../../ui/button.tsx'
import { useMemory } from './feature-memory.ts'
import './templates.css'
import { WordTemplates } from './word-templates.tsx'
import { WordingEditor } from './wording-editor.tsx'

type Part = 'word' | 'wording'

const parts: readonly { value: Part; label: string }[] = [
  { value: 'word', label: '用自己的 Word 文件' },
  { value: 'wording', label: '改文书上的字' },
]

/** How papers look: the centre's own Word files, and its own words in the built-in forms. */
export function TemplateSettings() {
  const [part, setPart] = useMemory<Part>('part', 'word')
  return (
    <div className="stack templates">
      <div className="row" role="group" aria-label="文书格式的两种改法">
        {parts.map(({ value, label }) => (
          <Button key={value} pressed={value === part} onClick={() => setPart(value)}>
            {label}
          </Button>
        ))}
      </div>
      {part === 'word' ? <WordTemplates /> : <WordingEditor />}
    </div>
  )
}
