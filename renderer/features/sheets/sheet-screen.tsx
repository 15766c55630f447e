import { useState } from 'react'
import type { PaperForm } from '#contract/papers.ts'
import type { SheetWords } from '#db/domain/dossier/sheet-words.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Screen } from '../../ui/screen.tsx'
import { mergeWords } from './sheet-form.ts'
import { SheetEditor } from './sheet-editor.tsx'
import { useSheet } from './use-sheet.ts'
import './sheets.css'

type Props = { form: PaperForm; objectId: string }

/** What was typed here and could not be stored over the text of somebody else. */
export type Carried = { base: SheetWords; mine: SheetWords }

/** The questions of a form, and beside them the paper that they fill. */
export const SheetScreen = ({ form, objectId }: Props) => {
  const { record, failure, visit, reload } = useSheet(form, objectId)
  const [carried, setCarried] = useState<Carried>()
  if (!record) {
    return (
      <Screen title="填写" back>
        {failure ? <FailureNotice failure={failure} /> : <Loading />}
      </Screen>
    )
  }
  const begin = async (next: Carried | undefined): Promise<void> => {
    setCarried(next)
    await reload()
  }
  return (
    <SheetEditor
      key={visit}
      form={form}
      objectId={objectId}
      record={record}
      failure={failure}
      start={carried ? mergeWords(carried.base, carried.mine, record.words) : record.words}
      onReload={() => begin(undefined)}
      onMerge={begin}
    />
  )
}
