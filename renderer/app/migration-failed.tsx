import type { FailureDetails } from '../lib/error-text/index.ts'
import { Notice } from '../ui/notice.tsx'

/** What the refusal tells, in the order of the page; places are within the data folder. */
const names: Readonly<Record<string, string>> = {
  store: '数据文件',
  backup: '升级前的备份',
  from: '现在的数据版本',
  to: '要升到的版本',
}

/** Blocks everything: the data must not be opened half changed. */
export function MigrationFailed({ details }: { details: FailureDetails }) {
  const known = Object.entries(names).flatMap(([key, name]) => {
    const value = details[key]
    return value === undefined ? [] : [{ name, value: String(value) }]
  })
  return (
    <div className="front">
      <main className="front-main">
        <div className="front-inner front-narrow">
          <h1>升级数据没有成功</h1>
          <Notice tone="danger">
            数据已退回升级前的样子，没有丢。为免出错，现在不能继续使用。请把下面的内容抄给管理员，不要自己移动文件。
          </Notice>
          <dl className="facts">
            {known.map(({ name, value }) => (
              <div key={name} style={{ display: 'contents' }}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      </main>
    </div>
  )
}
