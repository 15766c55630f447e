import { useState } from 'react'
import type { WordTemplate } from '#contract/templates.ts'
import { useAsk, useRun } from '../../lib/ask.ts'
import { formatDate } from '../../lib/format/date.ts'
import { today } from '../../lib/clock.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import { NewTemplate } from './new-template.tsx'
import { SampleDialog } from './sample-dialog.tsx'
import { standing } from './standing.ts'
import { TagList } from './tag-list.tsx'

type Open = { dialog: 'sample' | 'remove'; template: WordTemplate } | undefined

/** The centre's own Word files: those there are, a new one, and the names that may stand in them. */
export const WordTemplates = () => {
  const asked = useAsk('templates.list', {})
  const [open, setOpen] = useState<Open>()
  const [removals, setRemovals] = useState(0)
  const columns: Column<WordTemplate>[] = [
    {
      key: 'form',
      title: '文书',
      render: (template) => (
        <>
          <strong>{template.formTitle}</strong>
          <div className="muted">{template.name}</div>
        </>
      ),
    },
    {
      key: 'since',
      title: '从哪天起',
      width: '11rem',
      render: (template) => formatDate(template.from),
    },
    {
      key: 'state',
      title: '现在',
      width: '8rem',
      render: (template) => <Tag {...standing(template, today())} />,
    },
    {
      key: 'do',
      title: '',
      align: 'right',
      render: (template) => (
        <div className="tx-actions templates-row-actions">
          <Button
            aria-label={`看${template.name}的样子`}
            onClick={() => setOpen({ dialog: 'sample', template })}
          >
            看样子
          </Button>
          <Button
            aria-label={`停用${template.name}`}
            onClick={() => setOpen({ dialog: 'remove', template })}
          >
            停用
          </Button>
        </div>
      ),
    },
  ]
  return (
    <>
      <Section title="自己的 Word 文件">
        <div className="stack">
          <FailureNotice failure={asked.failure} />
          {asked.loading ? <Loading /> : undefined}
          {asked.data ? (
            <DataTable
              label="自己的 Word 文件"
              columns={columns}
              rows={asked.data}
              rowKey={({ id }) => id}
              empty={
                <EmptyState text="还没有换过，所有文书都按系统自带的格式印。要换，从下面选一种文书开始。" />
              }
            />
          ) : undefined}
        </div>
      </Section>
      <NewTemplate key={removals} />
      <TagList />
      {open?.dialog === 'sample' ? (
        <SampleDialog template={open.template} onClose={() => setOpen(undefined)} />
      ) : undefined}
      {open?.dialog === 'remove' ? (
        <RemoveDialog
          template={open.template}
          // What was said of the file when it was taken is true no more.
          onRemoved={() => setRemovals((count) => count + 1)}
          onClose={() => setOpen(undefined)}
        />
      ) : undefined}
    </>
  )
}

type RemoveProps = { template: WordTemplate; onRemoved: () => void; onClose: () => void }

const RemoveDialog = ({ template, onRemoved, onClose }: RemoveProps) => {
  const remove = useRun('templates.remove')
  const confirm = async () => {
    if (!(await remove.run({ id: template.id }))) return
    onRemoved()
    onClose()
  }
  return (
    <Dialog
      title={`停用“${template.name}”？`}
      open
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmText="停用"
      confirmKind="danger"
      busy={remove.running}
      failure={remove.failure}
    >
      <p>
        停用以后，《{template.formTitle}
        》改用前一份 Word 文件；没有前一份，就按系统自带的格式印。已经印出的不受影响。
      </p>
    </Dialog>
  )
}
