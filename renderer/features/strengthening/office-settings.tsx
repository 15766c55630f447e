import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Office } from '#contract/strengthening.ts'
import { officeKindWords } from '#db/domain/strengthening/offices.ts'
import { useAsk } from '../../lib/ask.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Section } from '../../ui/section.tsx'
import { OfficeDialog } from './office-dialog.tsx'

const columns: Column<Office>[] = [
  { key: 'name', title: '名称', render: ({ name }) => <strong>{name}</strong> },
  {
    key: 'kind',
    title: '类别',
    render: ({ kind, level }) =>
      kind === 'court'
        ? level === 'basic'
          ? '基层人民法院'
          : '中级人民法院'
        : officeKindWords[kind],
  },
  {
    key: 'areas',
    title: '管辖的地方',
    render: ({ areas, invitesUs }) => (
      <>
        {areas.length === 0 ? <span className="muted">没有填</span> : areas.join('、')}
        {invitesUs ? <span className="muted">（邀请本机构调解）</span> : null}
      </>
    ),
  },
  { key: 'phone', title: '电话', render: ({ phone }) => phone },
]

/** Courts, commissions and other offices that papers go to. */
export function OfficeSettings() {
  const asked = useAsk('offices.list', {})
  const [opened, setOpened] = useState<{ office?: Office }>()
  return (
    <Section
      title="法院和机构"
      extra={
        <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => setOpened({})}>
          添加机构
        </Button>
      }
    >
      <div className="stack">
        <FailureNotice failure={asked.failure} />
        <p className="muted">
          申请确认、支付令、仲裁时，按当事人、本机构和纠纷地的地址里有没有这里填的地名，找出有管辖权的机构。点一行可以修改。
        </p>
        {asked.loading ? <Loading /> : null}
        {asked.data ? (
          <DataTable
            label="法院和机构名单"
            columns={columns}
            rows={asked.data}
            rowKey={({ id }) => id}
            onOpen={(office) => setOpened({ office })}
            empty="还没有添加机构。先添加本地的基层法院和仲裁委员会。"
          />
        ) : null}
      </div>
      {opened ? (
        <OfficeDialog
          key={opened.office?.id ?? 'new'}
          office={opened.office}
          onClose={() => setOpened(undefined)}
        />
      ) : null}
    </Section>
  )
}
