import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import type { User } from '#contract/users.ts'
import { localDateOf } from '#db/domain/local-date.ts'
import { useAsk } from '../../lib/ask.ts'
import { roleLabels } from '../../lib/labels/roles.ts'
import { useMe } from '../../lib/me.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import { AddUserDialog } from './add-user-dialog.tsx'
import { EditUserDialog } from './edit-user-dialog.tsx'
import { ResetPasswordDialog } from './reset-password-dialog.tsx'

type Open = { dialog: 'add' } | { dialog: 'edit' | 'password'; user: User } | undefined

export function UserSettings() {
  const me = useMe()
  const asked = useAsk('users.list', {})
  const [open, setOpen] = useState<Open>()
  const [done, setDone] = useState<string>()
  const close = (text?: string) => {
    setOpen(undefined)
    if (text) setDone(text)
  }
  const columns: Column<User>[] = [
    {
      key: 'name',
      title: '姓名',
      render: (user) => (
        <>
          <strong>{user.name}</strong>
          {user.id === me.userId ? <span className="muted">（我）</span> : null}
        </>
      ),
    },
    { key: 'role', title: '角色', render: (user) => roleLabels[user.role] },
    {
      key: 'active',
      title: '状态',
      render: (user) =>
        user.active ? <Tag tone="done" word="在用" /> : <Tag tone="plain" word="已停用" />,
    },
    { key: 'since', title: '添加日期', render: (user) => localDateOf(user.createdAt) },
    {
      key: 'do',
      title: '',
      align: 'right',
      render: (user) => (
        <Button
          aria-label={`给${user.name}重设密码`}
          disabled={!user.active}
          onClick={() => setOpen({ dialog: 'password', user })}
        >
          重设密码
        </Button>
      ),
    },
  ]
  return (
    <Section
      title="人员"
      extra={
        <Button
          kind="primary"
          icon={<UserPlus aria-hidden="true" />}
          onClick={() => setOpen({ dialog: 'add' })}
        >
          添加人员
        </Button>
      }
    >
      <div className="stack">
        {done ? (
          <Notice tone="done" onClose={() => setDone(undefined)}>
            {done}
          </Notice>
        ) : null}
        <FailureNotice failure={asked.failure} />
        {asked.loading ? <Loading /> : null}
        <p className="muted">点一行可以改姓名和角色，或停用、重新启用。</p>
        <DataTable
          label="人员名单"
          columns={columns}
          rows={asked.data ?? []}
          rowKey={(user) => user.id}
          onOpen={(user) => setOpen({ dialog: 'edit', user })}
        />
      </div>
      <AddUserDialog open={open?.dialog === 'add'} onClose={close} />
      {open?.dialog === 'edit' ? (
        <EditUserDialog key={open.user.id} user={open.user} onClose={close} />
      ) : null}
      {open?.dialog === 'password' ? (
        <ResetPasswordDialog key={open.user.id} user={open.user} onClose={close} />
      ) : null}
    </Section>
  )
}
