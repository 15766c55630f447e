import { useId } from 'react'
import type { FormHead } from '#contract/papers.ts'
import { formatDate } from '../../lib/format/date.ts'
import { presenceLabels } from '../../lib/labels/forms.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import { comparedLooks, comparedOf, signerWords } from './form-list.ts'

export const FormLine = ({ form }: { form: FormHead }) => {
  const id = useId()
  const go = useGo()
  return (
    <li className="form-line">
      <div className="form-line-words">
        <div className="row">
          <h3 id={id}>{form.title}</h3>
          <Tag
            tone={form.presence === 'asNeeded' ? 'plain' : 'going'}
            word={presenceLabels[form.presence]}
          />
        </div>
        <p>{form.purpose}</p>
        <p className="muted">{signerWords(form)}</p>
        <FormSource form={form} />
      </div>
      {form.blank ? (
        <div className="form-line-actions">
          <Button aria-describedby={id} onClick={() => go({ to: 'blankForm', form: form.id })}>
            打印空白表
          </Button>
        </div>
      ) : (
        <p className="form-line-actions hint">没有空白表，在案件里打印</p>
      )}
    </li>
  )
}

/** Where fields and wording come from, whether that was compared, and since when it holds. */
const FormSource = ({ form }: { form: FormHead }) => {
  const compared = comparedOf(form)
  return (
    <div className="form-line-source">
      <Tag {...comparedLooks[compared]} />
      <span className="hint">
        {madeWords(form)}自 {formatDate(form.template?.from ?? form.from)} 起用。
        {compared === 'own' ? '内置格式的来源' : '来源'}：{form.source}。{form.note ?? ''}
      </span>
    </div>
  )
}

const madeWords = ({ template, ownWording }: FormHead): string => {
  if (template) return `格式文件：${template.name}，`
  return ownWording ? '本单位改过字，' : ''
}
