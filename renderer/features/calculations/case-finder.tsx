import { useEffect, useState } from 'react'
import { useAsk } from '../../lib/ask.ts'
import type { Failure } from '../../lib/failure.ts'
import { useMe } from '../../lib/me.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'

type Props = {
  open: boolean
  failure: Failure | undefined
  onClose: () => void
  onChoose: (caseId: string) => void
}

/** Which case the reckoning belongs to; it is kept with the one that is opened. */
export function CaseFinder({ open, failure, onClose, onChoose }: Props) {
  return (
    <Dialog
      title="存到哪个案件"
      open={open}
      onClose={onClose}
      enterConfirms={false}
      width={820}
      {...(failure ? { failure } : {})}
    >
      <Finder onChoose={onChoose} />
    </Dialog>
  )
}

const pauseMs = 250

function Finder({ onChoose }: Pick<Props, 'onChoose'>) {
  const me = useMe()
  const [text, setText] = useState('')
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.normalize('NFKC').trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  const { data } = useAsk('cases.list', {
    view: me.role === 'mediator' ? 'mine' : 'open',
    limit: 20,
    ...(settled === '' ? {} : { text: settled }),
  })
  const items = data?.items ?? []
  const [first] = items
  return (
    <>
      <TextField
        label="找案件"
        hint="姓名、单位或编号；按 Enter 存到第一个"
        autoFocus
        value={text}
        onChange={setText}
        onEnter={() => {
          if (first && settled !== '' && settled === text.normalize('NFKC').trim())
            onChoose(first.id)
        }}
      />
      <DataTable
        label="未结的案件"
        columns={[
          { key: 'number', title: '编号', render: (row) => row.caseNumber, width: '11rem' },
          { key: 'title', title: '案件', render: (row) => row.title },
          { key: 'mediator', title: '调解员', render: (row) => row.mediatorName ?? '未分派' },
        ]}
        rows={items}
        rowKey={(row) => row.id}
        onOpen={(row) => onChoose(row.id)}
        empty={<p className="muted">没有找到未结的案件。</p>}
      />
    </>
  )
}
