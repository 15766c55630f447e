import { useMemo, useState } from 'react'
import type { FormHead } from '#contract/papers.ts'
import { useAsk } from '../../lib/ask.ts'
import { formSetLabels } from '../../lib/labels/forms.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Section } from '../../ui/section.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { FormLine } from './form-line.tsx'
import { type Compared, comparedLooks, comparedOf, groupForms } from './form-list.ts'
import './papers.css'

/** Every form of the house: what it is for, who signs it, where it comes from; and the blank of it. */
export const FormsScreen = () => {
  const go = useGo()
  const asked = useAsk('papers.forms', {})
  return (
    <Screen
      title="文书"
      subtitle={asked.data ? `共 ${asked.data.length} 种` : undefined}
      actions={<Button onClick={() => go({ to: 'printQueue' })}>打印队列</Button>}
    >
      <FailureNotice failure={asked.failure} />
      {asked.data ? <FormGroups forms={asked.data} /> : <Loading />}
    </Screen>
  )
}

const kinds = Object.keys(comparedLooks) as Compared[]

/** Only kinds that there are, each with the number of its forms. */
const comparedOptions = (forms: readonly FormHead[]) =>
  kinds.flatMap((value) => {
    const count = forms.filter((form) => comparedOf(form) === value).length
    return count === 0 ? [] : [{ value, label: `${comparedLooks[value].word}（${count} 种）` }]
  })

const FormGroups = ({ forms }: { forms: readonly FormHead[] }) => {
  const [typed, setTyped] = useState('')
  const [compared, setCompared] = useState<Compared>()
  const options = useMemo(() => comparedOptions(forms), [forms])
  const groups = useMemo(() => groupForms(forms, typed, compared), [forms, typed, compared])
  const showAll = (): void => {
    setTyped('')
    setCompared(undefined)
  }
  return (
    <>
      <div className="form-search">
        <TextField
          label="查找文书"
          value={typed}
          autoFocus
          maxLength={60}
          placeholder="如 告知书、签名、法院"
          onChange={setTyped}
        />
        <SelectField
          label="核对情况"
          options={options}
          value={compared}
          placeholder="全部"
          clearable
          onChange={setCompared}
        />
      </div>
      {groups.length === 0 ? (
        <EmptyState
          text={emptyWords(typed.trim(), compared)}
          action={<Button onClick={showAll}>看全部</Button>}
        />
      ) : undefined}
      {groups.map((group) => (
        <Section
          key={group.set}
          title={formSetLabels[group.set]}
          extra={<span className="muted">{group.forms.length} 种</span>}
        >
          <ul className="form-lines">
            {group.forms.map((form) => (
              <FormLine key={form.id} form={form} />
            ))}
          </ul>
        </Section>
      ))}
    </>
  )
}

const emptyWords = (typed: string, compared: Compared | undefined): string => {
  const within = compared === undefined ? '' : `在“${comparedLooks[compared].word}”的文书里`
  return typed === '' ? '没有这样的文书。' : `${within}没有找到“${typed}”。请换几个字，或者看全部。`
}
