import type { WordTemplate } from '#contract/templates.ts'
import { useAsk } from '../../lib/ask.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { DocxView } from '../../ui/docx-view.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'

export const approximate = '大致样子，以 Word 打开为准。里面的人名和数字都是编的。'

type Props = { template: WordTemplate; onClose: () => void }

/** A kept template filled with people that do not exist. */
export const SampleDialog = ({ template, onClose }: Props) => {
  const asked = useAsk('templates.sample', { id: template.id })
  return (
    <Dialog title={`${template.formTitle} · ${template.name}`} open onClose={onClose} width={1000}>
      <p className="muted">{approximate}</p>
      <FailureNotice failure={asked.failure} />
      {asked.data ? <DocxView base64={asked.data.base64} label="填好的样子" /> : undefined}
      {asked.loading ? <Loading /> : undefined}
    </Dialog>
  )
}
