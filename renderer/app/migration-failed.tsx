import { Notice } from '../ui/notice.tsx'

const names: Readonly<Record<string, string>> = {
  store: '数据位置',
  backup: '升级前的备份',
  migration: '停在哪一步',
  version: '版本',
}

/** Blocks everything: the data must not be opened half changed. */
export function MigrationFailed({ details }: { details: Record<string, unknown> }) {
  const known = Object.entries(details).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'number',
  )
  return (
    <div className="front">
      <main className="front-main">
        <div className="front-inner front-narrow">
          <h1>升级数据没有成功</h1>
          <Notice tone="danger">
            数据已退回升级前的样子，没有丢。为免出错，现在不能继续使用。请把下面的内容抄给管理员，不要自己移动文件。
          </Notice>
          <dl className="facts">
            {known.map(([key, value]) => (
              <div key={key} style={{ display: 'contents' }}>
                <dt>{names[key] ?? key}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      </main>
    </div>
  )
}
