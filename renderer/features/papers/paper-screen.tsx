import type { PaperForm } from '#contract/papers.ts'
import { useAsk } from '../../lib/ask.ts'
import { hasRole, useMe } from '../../lib/me.ts'
import { useGoInstead } from '../../lib/navigation.ts'
import { usePaperPreview } from '../../lib/paper-preview.ts'
import { Button } from '../../ui/button.tsx'
import { PaperDesk } from './paper-desk.tsx'

type Props = { form: PaperForm; objectId: string; copies?: number }

/** Copies of an agreement as it says itself, of other papers as set; an agreement leaves the house once approved. */
const usePaperState = (form: PaperForm, objectId: string, given: number | undefined) => {
  const me = useMe()
  const isNeeded = form === 'f10' && hasRole(me, 'mediator', 'head')
  const agreement = useAsk('agreements.get', { id: objectId }, { enabled: isNeeded })
  const settings = useAsk('printing.settings', {})
  const record = isNeeded ? agreement.data : undefined
  const isWaiting = (isNeeded && agreement.loading) || settings.loading
  return {
    copies: isWaiting
      ? undefined
      : (given ?? settings.data?.forms[form]?.copies ?? record?.content.copies ?? 1),
    isDraft: record !== undefined && record.fileNumber === undefined,
  }
}

export const PaperScreen = ({ form, objectId, copies }: Props) => {
  const preview = usePaperPreview({ form, objectId, version: 0 })
  const state = usePaperState(form, objectId, copies)
  return (
    <PaperDesk
      form={form}
      objectId={objectId}
      heading="打印预览"
      preview={preview}
      usualCopies={state.copies}
      isDraft={state.isDraft}
      actions={<FillLink form={form} objectId={objectId} />}
    />
  )
}

/** To the questions of the form, where it has any and this person may answer them. */
const FillLink = ({ form, objectId }: { form: PaperForm; objectId: string }) => {
  const goInstead = useGoInstead()
  const { data } = useAsk('sheets.get', { form, objectId })
  if (!data?.mayEdit || data.questions.length + data.lists.length === 0) return null
  return <Button onClick={() => goInstead({ to: 'sheet', form, objectId })}>填写、改字</Button>
}
