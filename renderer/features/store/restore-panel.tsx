import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { askAgain, call, useRun, type OutputOf } from '../../lib/ask.ts'
import { failureOf, type Failure } from '../../lib/failure.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { BackupPreviewFacts } from './backup-preview-facts.tsx'
import {
  emptySecret,
  isSecretReady,
  RestoreSecretFields,
  type RestoreSecret,
} from './restore-secret.tsx'

export type BackupPreview = NonNullable<OutputOf<'store.chooseBackup'>['preview']>
type Restored = OutputOf<'store.restore'>

type RestorePanelProps = {
  /** There are data on this computer that will be replaced. */
  hasData: boolean
  onClose: () => void
}

/** Choose a file, look inside, prove that it may be opened, replace. */
export function RestorePanel({ hasData, onClose }: RestorePanelProps) {
  const queries = useQueryClient()
  const choosing = useRun('store.chooseBackup')
  const [preview, setPreview] = useState<BackupPreview>()
  const [restored, setRestored] = useState<Restored>()
  const choose = async () => {
    const answer = await choosing.run({})
    if (answer?.preview) setPreview(answer.preview)
  }
  if (restored) {
    return (
      <section className="stack front-narrow">
        <h2>恢复好了</h2>
        <Notice tone="done" title={`已恢复 ${restored.caseCount} 件案件`}>
          {restored.previousKeptAs
            ? `替换下来的数据没有删，另存为 ${restored.previousKeptAs}。`
            : '请用备份里的密码登录。'}
        </Notice>
        <div className="foot-actions">
          <Button
            kind="primary"
            large
            onClick={() => void askAgain(queries, ['store']).then(onClose)}
          >
            去登录
          </Button>
        </div>
      </section>
    )
  }
  return (
    <section className="stack front-narrow">
      <h2>从备份恢复</h2>
      <p>选一份备份文件（U 盘或硬盘上），先看里面有什么，再决定恢复。</p>
      <FailureNotice failure={choosing.failure} onClose={choosing.clear} />
      <div className="row">
        <Button
          kind={preview ? 'plain' : 'primary'}
          busy={choosing.running}
          onClick={() => void choose()}
        >
          {preview ? '换一份备份' : '选择备份文件'}
        </Button>
        <Button onClick={onClose}>返回</Button>
      </div>
      {preview ? (
        <ConfirmRestore
          key={preview.handle}
          preview={preview}
          hasData={hasData}
          onRestored={setRestored}
        />
      ) : null}
    </section>
  )
}

type ConfirmRestoreProps = {
  preview: BackupPreview
  hasData: boolean
  onRestored: (restored: Restored) => void
}

function ConfirmRestore({ preview, hasData, onRestored }: ConfirmRestoreProps) {
  const [secret, setSecret] = useState<RestoreSecret>(emptySecret)
  const [checked, setChecked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const restore = async () => {
    setChecked(true)
    if (busy || !isSecretReady(secret)) return
    setBusy(true)
    try {
      const key =
        secret.by === 'password'
          ? { userId: secret.userId, password: secret.password }
          : { recoveryKey: secret.recoveryKey }
      onRestored(await call('store.restore', { handle: preview.handle, ...key }))
    } catch (error) {
      setFailure(failureOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <BackupPreviewFacts preview={preview} />
      {hasData ? (
        <Notice tone="warning" title="这台电脑上现在的数据会被这份备份替换">
          备份之后登记和修改的内容，恢复后就看不到了。现在的数据不会删除，会另外保存一份，需要时请管理员取回。
        </Notice>
      ) : null}
      <FailureNotice failure={failure} onClose={() => setFailure(undefined)} />
      <RestoreSecretFields
        people={preview.people}
        value={secret}
        onChange={setSecret}
        checked={checked}
      />
      <div className="foot-actions">
        <Button kind="primary" large busy={busy} onClick={() => void restore()}>
          {hasData ? '用这份备份替换现在的数据' : '恢复这份备份'}
        </Button>
      </div>
    </>
  )
}
