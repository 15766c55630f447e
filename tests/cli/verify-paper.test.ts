import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { paperCode } from '#db/domain/paper-code.ts'
import { openCentre, staff } from '#tests/support/centre.ts'
import { printHtml } from '#tests/support/print-html.ts'
import { refused, tanxin } from '#tests/support/tanxin.ts'
import { screenSignature, signOnScreen } from '#tests/support/screen-signing.ts'
import {
  allSignatures,
  approvedAgreement,
  heldCase,
  heldSession,
} from '#tests/support/wage-case.ts'
import { assignedCase } from '#tests/support/wage-case.ts'

const folder = mkdtempSync(join(tmpdir(), 'tanxin-verify-paper-'))
const at = (name: string) => join(folder, name)
const store = at('store')
afterAll(() => rmSync(folder, { recursive: true, force: true }))
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const hasElectron = Boolean(process.env.ELECTRON_EXEC_PATH)

type Proof = {
  found: boolean
  why?: string
  detail?: string
  kind?: string
  chain?: string
  unchanged?: boolean
  differences?: { expected: string; found: string }[]
} & Record<string, unknown>

const proof = async (...args: string[]) => {
  const { code, stdout, stderr } = await tanxin(['verify', '--store', store, ...args])
  expect(stderr).toBe('')
  return { exit: code, proof: JSON.parse(stdout) as Proof }
}

let made: {
  id: string
  caseId: string
  fileNumber: string
  code: string
  sha256: string
  sessionId: string
}

/** A case agreed, printed before signing, after one signature on screen and after all; and its minutes. */
beforeAll(async () => {
  const centre = await openCentre()
  const { mediator } = centre.as
  if (hasElectron) {
    const { renderPdf } = centre.host
    centre.host.renderPdf = async (page) => {
      await renderPdf(page)
      const [pdf] = await printHtml([{ html: page.html, options: page.options }])
      return pdf ?? new Uint8Array()
    }
  }
  const save = async (form: 'f10' | 'f09', objectId: string, name: string) => {
    centre.host.saveTo = at(`${name}.docx`)
    await mediator.papers.save({ form, objectId, channel: 'docx' })
    centre.host.saveTo = at(`${name}.pdf`)
    if (hasElectron) await mediator.papers.save({ form, objectId, channel: 'pdf' })
  }
  const caseId = await assignedCase(centre)
  const sessionId = await heldSession(centre, caseId)
  const { id, fileNumber } = await approvedAgreement(centre, caseId)
  await save('f10', id, 'unsigned')
  await signOnScreen(centre, id, 0)
  await save('f10', id, 'half')
  const [, , byMediator, byBody] = await allSignatures(centre, mediator, id)
  if (!byMediator || !byBody) throw new Error('four signatures')
  const firm = await screenSignature(centre, id, 1)
  await mediator.agreements.sign({ id, signatures: [firm, byMediator, byBody] })
  await save('f10', id, 'signed')
  await save('f09', sessionId, 'minutes')
  const draft = await approvedAgreement(centre, await heldCase(centre))
  await save('f10', draft.id, 'other')
  const { sha256 = '' } = await mediator.agreements.get({ id })
  made = { id, caseId, fileNumber, sha256, sessionId, code: paperCode(sha256) }
  await centre.core.store?.close()
  cpSync(centre.core.dir, store, { recursive: true })
  await centre.close()
})

/** A copy of a Word file with one of its parts changed. */
const altered = async (
  name: string,
  as: string,
  change: (xml: string) => string,
  part = 'word/document.xml',
) => {
  const zip = await JSZip.loadAsync(readFileSync(at(`${name}.docx`)))
  const before = (await zip.file(part)?.async('string')) ?? ''
  const after = change(before)
  expect(after).not.toBe(before)
  zip.file(part, after)
  writeFileSync(at(`${as}.docx`), await zip.generateAsync({ type: 'nodebuffer' }))
  return at(`${as}.docx`)
}

describe('tanxin verify --code', () => {
  it('tells the agreement, its state, who signed it, and that the log vouches for it', async () => {
    const { exit, proof: found } = await proof('--code', made.code)
    expect(exit).toBe(0)
    expect(found).toMatchObject({
      found: true,
      kind: 'agreement',
      id: made.id,
      caseId: made.caseId,
      fileNumber: made.fileNumber,
      version: 1,
      status: 'signed',
      sha256: made.sha256,
      code: made.code,
      chain: 'vouched',
    })
    expect(found['approvedAt']).toMatch(/^\d{4}-/)
    expect(found['signedAt']).toMatch(/^\d{4}-/)
    expect(found['signatures']).toMatchObject([
      { signerName: '张三', manner: ['screen'], flags: [] },
      { signerName: '李四', manner: ['screen'], flags: [] },
      { signerName: staff.mediator, capacity: 'mediator', manner: ['hand'] },
      { capacity: 'body', manner: ['seal'] },
    ])
    expect(found).not.toHaveProperty('unchanged')
  })

  it('takes the code as people type it, and tells a slip from a code that nothing has', async () => {
    const typed = made.code.toLowerCase().replaceAll('-', ' ')
    expect((await proof('--code', typed)).proof).toMatchObject({ found: true, id: made.id })
    const last = made.code.at(-1) === '0' ? '1' : '0'
    expect(await proof('--code', `${made.code.slice(0, -1)}${last}`)).toMatchObject({
      exit: 1,
      proof: { found: false, why: 'mistyped', detail: 'check' },
    })
    expect(await proof('--code', made.code.slice(0, 9))).toMatchObject({
      exit: 1,
      proof: { found: false, why: 'mistyped', detail: 'length' },
    })
    expect(await proof('--code', paperCode('5'.repeat(64)))).toMatchObject({
      exit: 1,
      proof: { found: false, why: 'unknown' },
    })
  })

  it('is for those who may read the paper', async () => {
    const args = ['verify', '--store', store, '--code', made.code, '--user']
    expect(await refused([...args, staff.otherMediator])).toMatchObject({
      exit: 1,
      error: { code: 'cases.notReadable' },
    })
    expect((await proof('--code', made.code, '--user', staff.mediator)).exit).toBe(0)
  })
})

describe('tanxin verify --file', () => {
  const kinds = ['docx', ...(hasElectron ? ['pdf'] : [])]
  it.each(kinds)(
    'proves a %s unchanged, put out before, between or after the signatures',
    async (kind) => {
      const names = ['unsigned', 'half', 'signed']
      const proofs = await Promise.all(names.map((name) => proof('--file', at(`${name}.${kind}`))))
      for (const { exit, proof: found } of proofs)
        expect({ exit, ...found }).toMatchObject({
          exit: 0,
          id: made.id,
          chain: 'vouched',
          unchanged: true,
          differences: [],
        })
      expect(await proof('--file', at(`minutes.${kind}`))).toMatchObject({
        exit: 0,
        proof: {
          kind: 'minutes',
          id: made.sessionId,
          ordinal: 1,
          chain: 'vouched',
          unchanged: true,
        },
      })
    },
  )

  it('tells where one digit of the amount was changed', async () => {
    const file = await altered('signed', 'amount', (xml) =>
      xml.replaceAll('¥17,048.28', '¥17,448.28'),
    )
    const { exit, proof: found } = await proof('--file', file)
    expect(exit).toBe(1)
    expect(found).toMatchObject({ found: true, id: made.id, unchanged: false })
    expect(found.differences).toHaveLength(2)
    expect(found.differences?.[0]?.expected).toContain('(¥17,048.28)')
    expect(found.differences?.[0]?.found).toContain('(¥17,448.28)')
    expect(found.differences?.[1]).toEqual({ expected: '¥17,048.28', found: '¥17,448.28' })
  })

  const forgeries: [string, (xml: string) => string][] = [
    ['a clause taken out', (xml) => xml.replace(/付清后双方就本案工资再无其他争议。/u, '')],
    [
      'a line put in',
      (xml) => xml.replace('<w:sectPr', '<w:p><w:r><w:t>另付五千元。</w:t></w:r></w:p><w:sectPr'),
    ],
    ['words hidden', (xml) => xml.replace('<w:t xml:space="preserve">2．', '<w:vanish/>$&')],
    [
      'words made white',
      (xml) => xml.replace('<w:r>', '<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr>'),
    ],
    [
      'a sign that is no text',
      (xml) => xml.replace('<w:sectPr', '<w:p><w:r><w:sym w:char="F031"/></w:r></w:p><w:sectPr'),
    ],
    ['a signature taken out', (xml) => xml.replace(/<w:drawing>.*?<\/w:drawing>/u, '')],
    ['another day', (xml) => xml.replaceAll('2026年12月20日', '2028年12月20日')],
  ]
  it.each(forgeries)('betrays %s', async (_what, change) => {
    const file = await altered('signed', 'forged', change)
    const { exit, proof: found } = await proof('--file', file)
    expect(exit).toBe(1)
    expect(found).toMatchObject({ found: true, unchanged: false })
    expect(found.differences?.length).toBeGreaterThan(0)
  })

  it('betrays a foot or head that says something else', async () => {
    const foot = await altered(
      'signed',
      'foot',
      (xml) => xml.replace('第 ', '作废 第 '),
      'word/footer1.xml',
    )
    expect(await proof('--file', foot)).toMatchObject({ exit: 1, proof: { unchanged: false } })
    const head = await altered(
      'signed',
      'head',
      (xml) => xml.replace('</w:hdr>', '<w:p><w:r><w:t>补充协议</w:t></w:r></w:p></w:hdr>'),
      'word/header1.xml',
    )
    expect((await proof('--file', head)).proof.differences).toEqual([
      { expected: '', found: '补充协议' },
    ])
  })

  it('proves nothing by the code of another paper', async () => {
    const { exit, proof: found } = await proof('--code', made.code, '--file', at('other.docx'))
    expect(exit).toBe(1)
    expect(found).toMatchObject({ found: true, id: made.id, unchanged: false })
    expect(found.differences?.some(({ expected }) => expected.includes(made.code))).toBe(true)
  })

  it('says when a file has no code, and refuses one that it cannot read', async () => {
    const bare = await altered(
      'signed',
      'bare',
      (xml) => xml.replace(/核验码[^<]*/u, ''),
      'word/footer1.xml',
    )
    expect(await proof('--file', bare)).toMatchObject({
      exit: 1,
      proof: { found: false, why: 'noCode' },
    })
    writeFileSync(at('text.docx'), '调解协议书')
    writeFileSync(at('half.zip'), readFileSync(at('signed.docx')).subarray(0, 900))
    writeFileSync(at('bad.pdf'), '%PDF-1.7\nnothing')
    const why = async (file: string) =>
      (await refused(['verify', '--store', store, '--file', file])).error
    expect(await why(at('nowhere.docx'))).toMatchObject({
      code: 'cli.fileNotReadable',
      details: { why: 'notThere' },
    })
    expect(await why(at('text.docx'))).toMatchObject({ details: { why: 'neitherDocxNorPdf' } })
    expect(await why(at('half.zip'))).toMatchObject({ details: { why: 'damaged' } })
    expect(await why(at('bad.pdf'))).toMatchObject({ details: { why: 'damaged' } })
  })

  it('refuses a Word file that unpacks to more than any paper', async () => {
    const zip = new JSZip()
    zip.file('word/document.xml', '<w:t>0</w:t>'.repeat(4_000_000))
    writeFileSync(
      at('bomb.docx'),
      await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }),
    )
    const { exit, error } = await refused(['verify', '--store', store, '--file', at('bomb.docx')])
    expect({ exit, ...error }).toMatchObject({
      exit: 1,
      code: 'cli.fileNotReadable',
      details: { why: 'tooLarge' },
    })
  })
})
