import { useState } from 'react'
import type { OwnForm } from '#contract/templates.ts'
import { useAsk, useRun } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { formatDate } from '../../lib/format/date.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import { standing } from './standing.ts'

type Props = { onLeft: () => void }

/** Versions of forms in the centre's own words; each can be given up again. */
export const OwnVersions = ({ onLeft }: Props) => {
  const asked = useAsk('templates.ownForms', {})
  const [leaving, setLeaving] = useState<OwnForm>()
  const columns: Column<OwnForm>[] = [
    { key: 'form', title: '文书', render: (own) => <strong>{own.formTitle}</strong> },
    { key: 'since', title: '从哪天起', width: '11rem', render: (own) => formatDate(own.from) },
    { key: 'by', title: '谁改的', width: '8rem', render: (own) => own.madeByName },
    {
      key: 'state',
      title: '现在',
      width: '8rem',
      render: (own) => <Tag {...standing(own, today())} />,
    },
    {
      key: 'do',
      title: '',
      align: 'right',
      render: (own) => (
        <Button
          aria-label={`停用《${own.formTitle}》${own.from} 的版本`}
          onClick={() => setLeaving(own)}
        >
          停用
        </Button>
      ),
    },
  ]
  return (
    <Section title="自己改过的版本">
      <div className="stack">
        <FailureNotice failure={asked.failure} />
        {asked.loading ? <Loading /> : undefined}
        {asked.data ? (
          <DataTable
            label="自己改过的版本"
            columns={columns}
            rows={asked.data}
            rowKey={({ id }) => id}
            empty={<EmptyState text="还没有改过，所有文书都用系统自带的字。" />}
          />
        ) : undefined}
      </div>
      {leaving ? (
        <LeaveDialog own={leaving} onLeft={onLeft} onClose={() => setLeaving(undefined)} />
      ) : undefined}
    </Section>
  )
}

type LeaveProps = Props & { own: OwnForm; onClose: () => void }

const LeaveDialog = ({ own, onLeft, onClose }: LeaveProps) => {
  const remove = useRun('templates.removeOwnForm')
  const confirm = async () => {
    if (!(await remove.run({ id: own.id }))) return
    onLeft()
    onClose()
  }
  return (
    <Dialog
      title={`停用《${own.formTitle}》从 ${formatDate(own.from)} 起的版本？`}
      open
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmText="停用"
      confirmKind="danger"
      busy={remove.running}
      failure={remove.failure}
    >
      <p>停用以后改用前一个版本；没有前一个，就用系统自带的字。已经印出的不受影响。</p>
    </Dialog>
  )
}
