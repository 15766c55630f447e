import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { MigrationFailed } from '../../renderer/app/migration-failed.tsx'

/** The page without its tags' attributes. */
const shown = (details: Record<string, string | number>) =>
  renderToStaticMarkup(createElement(MigrationFailed, { details })).replaceAll(
    /<(\w+) [^>]*>/g,
    '<$1>',
  )

describe('MigrationFailed', () => {
  it('names store, backup and versions, each by its own word', () => {
    const page = shown({ from: 1, to: 2, store: 'gen-000001/case.db', backup: 'backups/b.tanxin' })
    for (const pair of [
      '<dt>数据文件</dt><dd>gen-000001/case.db</dd>',
      '<dt>升级前的备份</dt><dd>backups/b.tanxin</dd>',
      '<dt>现在的数据版本</dt><dd>1</dd>',
      '<dt>要升到的版本</dt><dd>2</dd>',
    ])
      expect(page).toContain(pair)
  })

  it('leaves out what is not told', () => {
    const page = shown({ from: 0, other: 'x' })
    expect(page).toContain('<dd>0</dd>')
    expect(page.match(/<dt>/g)).toHaveLength(1)
  })
})
