import { Document, Footer, Header, Packer, PageNumber, Paragraph, type Table, TextRun } from 'docx'
import { seedCases } from '#db/services/seed.ts'
import { gapParagraph, gridTable, lineParagraph } from '#documents/docx-table.ts'
import type { Flow, FlowPiece } from '#documents/flow.ts'
import { fillForm } from '#documents/forms/fill-form.ts'
import { flowOf } from '#documents/lay-out.ts'
import type { Paper } from '#documents/paper.ts'
import { pdfBytes } from '#documents/pdf/pdf-pages.ts'
import { renderDocx } from '#documents/render-docx.ts'
import type { PrintablePage } from '#ipc/host.ts'
import { taskContext } from '#ipc/router.ts'
import { makeVolume } from '#ipc/volume/make-volume.ts'
import { working } from '#ipc/volume/volume-work.ts'
import { allForms, fullData } from '#tests/documents/form-samples.ts'
import { everyForm, notoFonts, sampleContext } from '#tests/documents/samples.ts'
import type { CommandLine } from '../../electron/cli/session.ts'
import { inTurn, percentile, type Line } from './measure.ts'

const ms = (time: number) => `${time.toFixed(1)} ms`
const rate = (time: number) => `${(1000 / time).toFixed(0)} documents/s`

const pieceChild = (piece: FlowPiece): Paragraph | Table => {
  if (piece.kind === 'line') return lineParagraph(piece)
  return piece.kind === 'grid' ? gridTable(piece) : gapParagraph(piece)
}

const pageNumber = () =>
  new Paragraph({
    children: [
      new TextRun('第 '),
      new TextRun({ children: [PageNumber.CURRENT] }),
      new TextRun(' 页 共 '),
      new TextRun({ children: [PageNumber.TOTAL_PAGES] }),
      new TextRun(' 页'),
    ],
  })

/** The same tree laid out before, through nothing but the library: its objects, its XML, its zip. */
const bareDocx = (flow: readonly Flow[]): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('')] }) },
          footers: { default: new Footer({ children: [pageNumber()] }) },
          children: flow.flatMap((each) => {
            if (each.kind === 'pageBreak') return []
            return each.kind === 'group' ? each.pieces.map(pieceChild) : [pieceChild(each)]
          }),
        },
      ],
    }),
  )

/** P7: the agreement as a Word file. */
async function agreementDocx(paper: Paper): Promise<Line> {
  const flow = flowOf(paper)
  const [ours, bare] = await inTurn(
    200,
    () => renderDocx(paper, notoFonts),
    () => bareDocx(flow),
  )
  const [half, floor] = [percentile(ours, 0.5), percentile(bare, 0.5)]
  return {
    id: 'P7',
    what: 'agreement as .docx',
    measured: `p50 ${ms(half)}, ${rate(half)}`,
    floor: `bare docx ${ms(floor)}, ${rate(floor)}`,
    ratio: half / floor,
    goal: '<= 1.1x',
    holds: half / floor <= 1.1,
  }
}

/** P7: ten papers of a volume as Word files. */
async function volumeDocx(papers: readonly Paper[]): Promise<Line> {
  const flows = papers.map(flowOf)
  const [ours, bare] = await inTurn(
    20,
    async () => {
      for (const paper of papers) await renderDocx(paper, notoFonts)
    },
    async () => {
      for (const flow of flows) await bareDocx(flow)
    },
  )
  const [half, floor] = [percentile(ours, 0.5), percentile(bare, 0.5)]
  return {
    id: 'P7',
    what: `volume of ${papers.length} papers as .docx`,
    measured: `p50 ${ms(half)}`,
    floor: `bare docx ${ms(floor)}`,
    ratio: half / floor,
    goal: '<= 1 s, <= 1.1x',
    holds: half <= 1000 && half / floor <= 1.1,
  }
}

/** The archived case with the most papers. */
async function thickest({ client }: CommandLine): Promise<{ caseId: string; count: number }> {
  const { items } = await client.cases.list({ view: 'all', limit: 100, status: 'archived' })
  const found: { caseId: string; count: number }[] = []
  for (const { id: caseId } of items)
    found.push({ caseId, count: (await client.volumes.plan({ caseId })).parts.length })
  const [first] = found.toSorted((a, b) => b.count - a.count)
  if (!first) throw new Error('no case was archived')
  return first
}

/** P7: the whole volume as one PDF, against Chromium printing the same pages one after the other. */
async function volumePdf(line: CommandLine): Promise<Line> {
  const { core, connection } = line
  if (!core.store || !connection.actor) throw new Error('somebody is signed in')
  const { userId: id, name, role } = connection.actor
  await seedCases(core.store, {
    count: 200,
    seed: 1,
    now: core.clock.now(),
    actor: { id, name, role },
  })
  const { caseId, count } = await thickest(line)
  const { host } = core
  let pages: PrintablePage[] = []
  const watched = {
    ...core,
    host: {
      ...host,
      renderPdf: (page: PrintablePage) => {
        pages.push(page)
        return host.renderPdf(page)
      },
    },
  }
  const context = taskContext('volumes.preview', watched, connection, core.clock.now())
  const make = () => {
    pages = []
    return working(watched, caseId, async (work) => {
      const volume = await makeVolume(context, caseId, work)
      await volume.number()
      return pdfBytes(volume.document)
    })
  }
  await make()
  const same = [...pages]
  const [ours, bare] = await inTurn(5, make, async () => {
    for (const page of same) await host.renderPdf(page)
  })
  const [half, floor] = [percentile(ours, 0.5), percentile(bare, 0.5)]
  return {
    id: 'P7',
    what: `volume of ${count} papers as one PDF`,
    measured: `p50 ${ms(half)}`,
    floor: `Chromium alone ${ms(floor)}`,
    ratio: half / floor,
    goal: '<= 3 s',
    holds: half <= 3000,
  }
}

/** Papers of a case as a volume has them. */
const tenForms = ['f00', 'f01', 'f02', 'f06', 'f07', 'f13', 'f16']

export async function paperLines(line: CommandLine): Promise<Line[]> {
  const coded = everyForm(sampleContext)
  const ten = [
    ...tenForms.flatMap((id) =>
      allForms
        .filter((form) => form.id === id)
        .map((form) => fillForm(form, fullData, sampleContext)),
    ),
    ...coded.filter(({ formId }) => ['f03', 'f04', 'f09', 'f10'].includes(formId)),
  ].slice(-10)
  const agreement = coded.find(({ formId }) => formId === 'f10')
  if (!agreement || ten.length !== 10) throw new Error('ten papers and an agreement')
  return [await agreementDocx(agreement), await volumeDocx(ten), await volumePdf(line)]
}
