import { useState } from 'react'
import { useAsk } from '../../lib/ask.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Section } from '../../ui/section.tsx'
import { useMemory } from './feature-memory.ts'
import { FormPicker } from './form-picker.tsx'
import { OwnVersions } from './own-versions.tsx'
import { WordingForm } from './wording-form.tsx'

/** The words of a built-in form, to be changed from a day on. */
export const WordingEditor = () => {
  const [form, setForm] = useMemory<string | undefined>('wordings', undefined)
  // Up here, since a new version that holds at once brings a new list of words, and giving one up makes it untrue.
  const [saved, setSaved] = useState<string>()
  return (
    <>
      <Section title="改文书上的字">
        <div className="stack">
          <div className="form">
            <FormPicker
              label="要改哪一种文书"
              value={form}
              onChange={(next) => {
                setSaved(undefined)
                setForm(next)
              }}
              noteOf={({ ownWording }) => (ownWording ? '改过' : undefined)}
            />
          </div>
          {form === undefined ? (
            <EmptyState text="选一种文书，就会列出上面所有印好的字。改好可以先看样子，再存成从某一天起用的新版本。" />
          ) : (
            <Chosen key={form} form={form} saved={saved} onSaved={setSaved} />
          )}
        </div>
      </Section>
      <OwnVersions onLeft={() => setSaved(undefined)} />
    </>
  )
}

type ChosenProps = {
  form: string
  /** What was said after the last saving. */
  saved: string | undefined
  onSaved: (words: string | undefined) => void
}

const Chosen = ({ form, saved, onSaved }: ChosenProps) => {
  const asked = useAsk('templates.wordings', { form })
  return (
    <>
      <FailureNotice failure={asked.failure} />
      {asked.loading ? <Loading /> : undefined}
      {asked.data ? (
        <WordingForm key={asked.data.from} wordings={asked.data} saved={saved} onSaved={onSaved} />
      ) : undefined}
    </>
  )
}
