import { Copy } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useAsk } from '../../lib/ask.ts'
import { copyText } from '../../lib/copy-text.ts'
import { tagKindLabels } from '../../lib/labels/templates.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Section } from '../../ui/section.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/toast.ts'
import { searchTags, writtenTag, type ListedTag, type TagGroup } from './tag-search.ts'

/** Every name that may stand in a Word file, with what it prints and a button that copies it. */
export const TagList = () => {
  const asked = useAsk('templates.tags', {})
  const [typed, setTyped] = useState('')
  const groups = useMemo(() => searchTags(asked.data ?? [], typed), [asked.data, typed])
  return (
    <Section title="可以写的名称">
      <div className="stack">
        <FailureNotice failure={asked.failure} />
        <ul className="templates-rules">
          <li>
            金额写大写：<code>{'{协议.总金额|大写}'}</code>。
          </li>
          <li>
            每个当事人印一遍：<code>{'{#当事人}'}</code> 写在前，<code>{'{/当事人}'}</code>{' '}
            写在后，中间写 <code>{'{姓名}'}</code>。写在表格的一行里，就每人一行。
          </li>
          <li>
            有的才印：<code>{'{#案件.主动调解}'}</code> … <code>{'{/}'}</code>；没有才印：
            <code>{'{^案件.主动调解}'}</code> … <code>{'{/}'}</code>。
          </li>
          <li>案件里没有的内容，打印出来是一条横线，可以用笔写。</li>
        </ul>
        <div className="form">
          <TextField
            label="找名称"
            value={typed}
            maxLength={40}
            placeholder="如 当事人 电话、金额、日期"
            onChange={setTyped}
          />
        </div>
        {asked.loading ? <Loading /> : undefined}
        {asked.data && groups.length === 0 ? (
          <EmptyState
            text={`没有找到“${typed.trim()}”。请换几个字。`}
            action={<Button onClick={() => setTyped('')}>看全部</Button>}
          />
        ) : undefined}
        {groups.map((group) => (
          <TagGroupPart
            key={`${group.list ? '#' : ''}${group.title}`}
            group={group}
            open={typed.trim() !== ''}
          />
        ))}
      </div>
    </Section>
  )
}

const TagGroupPart = ({ group, open }: { group: TagGroup; open: boolean }) => (
  <details className="templates-group" open={open || undefined}>
    <summary>
      <strong>{group.title}</strong>
      <span className="muted">
        {group.list ? `有几份就印几遍，${group.tags.length} 项` : `${group.tags.length} 项`}
      </span>
    </summary>
    <ul className="templates-tags">
      {group.list ? <TagLine tag={group.list} /> : undefined}
      {group.tags.map((tag) => (
        <TagLine key={tag.name} tag={tag} />
      ))}
    </ul>
  </details>
)

const TagLine = ({ tag }: { tag: ListedTag }) => {
  const toast = useToast()
  const [isRefused, setIsRefused] = useState(false)
  const written = writtenTag(tag)
  const copy = () => {
    const isThere = copyText(written)
    setIsRefused(!isThere)
    if (isThere) toast(`已复制 ${written}，到 Word 里粘贴`)
  }
  return (
    <li className="templates-tag-line">
      <code>{written}</code>
      <span className="muted templates-tag-sample">
        {tag.kind === 'list' ? '头和尾，中间写要重复的内容' : tag.sample}
        {isRefused ? '（没有复制上，请照着打）' : ''}
      </span>
      <span className="hint">{tagKindLabels[tag.kind]}</span>
      <Button icon={<Copy aria-hidden="true" />} aria-label={`复制 ${written}`} onClick={copy}>
        复制
      </Button>
    </li>
  )
}
