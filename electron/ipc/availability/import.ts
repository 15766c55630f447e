import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { v7 as uuid } from 'uuid'
import type { HitDuty, lawyers as contract } from '#contract/lawyers.ts'
import { halfWords, kindWords } from '#db/domain/duty/availability.ts'
import { isWithCentre } from '#db/domain/duty/membership.ts'
import { DomainError } from '#db/domain/errors.ts'
import { localDateOf } from '#db/domain/local-date.ts'
import { listLawyers } from '#db/queries/lawyers.ts'
import type { Tx } from '#db/schema.ts'
import { dutiesHit, insertDay, takeBackDay } from '#db/services/lawyer-days.ts'
import { workBook } from '#documents/work-book.ts'
import type { Handlers, TaskContext } from '../context.ts'
import { writeOut } from '../volume/volume-files.ts'
import { type ReadLine, readLines } from './lines.ts'
import { sheetHeads } from './read-sheet.ts'

/** Larger than any file that is taken: it is not read at all. */
const largestFile = 6 * 1024 * 1024

/** What was picked earlier in this run. @throws DomainError lawyers.badFile, lawyers.fileTooBig */
async function readPicked({ core }: TaskContext, handle: string) {
  const file = core.pickedFiles.get(handle)
  if (file === undefined) throw new DomainError('lawyers.badFile')
  const size = await stat(file).then(
    (found) => found.size,
    () => undefined,
  )
  if (size === undefined) throw new DomainError('lawyers.badFile')
  if (size > largestFile) throw new DomainError('lawyers.fileTooBig')
  const bytes = await readFile(file).catch(() => undefined)
  if (!bytes) throw new DomainError('lawyers.badFile')
  return { bytes, extension: extname(file).slice(1).toLowerCase() }
}

const linesOf = async (context: TaskContext, handle: string, lawyerId: string | undefined) => {
  const file = await readPicked(context, handle)
  const today = localDateOf(context.now)
  const actor = context.actor()
  return context.read((db) => readLines(db, { ...file, lawyerId, today, actor }))
}

type Good = ReadLine & { lawyerId: string; day: NonNullable<ReadLine['day']> }
const isGood = (line: ReadLine): line is Good =>
  line.trouble === undefined && line.lawyerId !== undefined && line.day !== undefined

async function replaceDay(
  happening: Parameters<typeof insertDay>[0] & { tx: Tx },
  { lawyerId, day, key, source }: Good,
) {
  const before = await happening.tx
    .selectFrom('lawyer_days')
    .select('id')
    .where('lawyer_id', '=', lawyerId)
    .where('source_key', '=', key)
    .where('removed_at', 'is', null)
    .execute()
  for (const { id } of before) await takeBackDay(happening, id)
  await insertDay(happening, lawyerId, { ...day, half: day.half }, { source, sourceKey: key })
}

/** The published duties that the written absences fall on, each once, by day. */
async function dutiesUnder(happening: Parameters<typeof dutiesHit>[0], good: readonly Good[]) {
  const found = new Map<string, HitDuty & { lawyerName: string }>()
  for (const { lawyerId, lawyerName, day } of good)
    for (const duty of await dutiesHit(happening, lawyerId, { ...day, half: day.half }))
      found.set(duty.dutyId, { ...duty, lawyerName })
  return [...found.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1))
}

type ImportHandlers = Pick<
  Handlers<typeof contract>,
  'saveTemplate' | 'readAvailability' | 'importAvailability'
>
export const importHandlers: ImportHandlers = {
  async saveTemplate(context) {
    const { core, now } = context
    const { role } = context.actor()
    const today = localDateOf(now)
    const names = (await context.read(listLawyers))
      .filter((lawyer) => isWithCentre(lawyer, today) && (role === 'head' || !lawyer.headOnly))
      .map(({ name }) => name)
    const file = await core.host.chooseSaveFile({
      title: '存可值时段空表',
      defaultName: '可值时段.xlsx',
      extension: 'xlsx',
    })
    if (file === undefined) return {}
    const words = (table: Readonly<Record<string, readonly string[]>>) =>
      Object.values(table).map(([first = '']) => first)
    writeOut(
      file,
      await workBook([
        {
          name: '可值时段',
          heads: sheetHeads,
          widths: [14, 16, 16, 10, 12, 30],
          rows: names.map((name) => [name, '', '', '', '', '']),
        },
        {
          name: '怎样填',
          heads: ['列', '填什么'],
          widths: [14, 70],
          rows: [
            ['姓名', '与名册上的姓名一样；一个人有几段就写几行。'],
            ['开始日期', `例如 ${today}，要写年份。`],
            ['结束日期', '只有一天可以不填。'],
            ['半天', words(halfWords).join('、')],
            ['情况', words(kindWords).join('、')],
            ['说明', '可以不填。'],
          ],
        },
      ]),
    )
    return { saved: basename(file) }
  },
  async readAvailability(context, { lawyerId }) {
    const { core } = context
    const [file] = await core.host.chooseOpenFiles({
      title: '选择可值时段表或日历文件',
      extensions: ['xlsx', 'ics'],
      many: false,
    })
    if (file === undefined) return {}
    const handle = uuid()
    core.pickedFiles.set(handle, file)
    const lines = await linesOf(context, handle, lawyerId)
    return {
      file: {
        handle,
        name: basename(file),
        lines: lines.map(({ source: _source, key: _key, ...line }) => line),
      },
    }
  },
  async importAvailability(context, { handle, lawyerId }) {
    const lines = await linesOf(context, handle, lawyerId)
    const good = lines.filter(isGood)
    const replaced = good.filter(({ replaces }) => replaces).length
    const duties =
      good.length === 0
        ? []
        : await context.write({ kind: 'availability', id: handle }, async (tx) => {
            const happening = { tx, actor: context.actor(), now: context.core.clock.now() }
            for (const line of good) await replaceDay(happening, line)
            return dutiesUnder(happening, good)
          })
    context.core.pickedFiles.delete(handle)
    return { written: good.length, replaced, leftOut: lines.length - good.length, duties }
  },
}
