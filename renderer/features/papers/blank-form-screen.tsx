import type { PaperForm } from '#contract/papers.ts'
import { useAsk } from '../../lib/ask.ts'
import { usePaperPreview } from '../../lib/paper-preview.ts'
import { Notice } from '../../ui/notice.tsx'
import { PaperDesk } from './paper-desk.tsx'

/** A form without any case, to be filled by hand. */
export const BlankFormScreen = ({ form }: { form: PaperForm }) => {
  const preview = usePaperPreview({ form, version: 0 })
  const settings = useAsk('printing.settings', {})
  const forms = useAsk('papers.forms', {})
  const template = forms.data?.find(({ id }) => id === form)?.template
  return (
    <PaperDesk
      form={form}
      heading="空白表"
      preview={preview}
      usualCopies={settings.loading ? undefined : (settings.data?.forms[form]?.copies ?? 1)}
      notice={template ? <BuiltInNotice name={template.name} /> : undefined}
    />
  )
}

/** A Word file shows only what a case fills in: without one it has no rows and lines to write on. */
const BuiltInNotice = ({ name }: { name: string }) => (
  <Notice title="空白表按内置格式打印">
    本单位的 Word 格式“{name}”在用，案件里的文书按它打印。要本单位格式的空白表，请用原来的 Word
    文件打印。
  </Notice>
)
