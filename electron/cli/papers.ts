import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { taskContext } from '#ipc/router.ts'
import { makeVolume } from '#ipc/volume/make-volume.ts'
import { noteVolume } from '#ipc/volume/note-output.ts'
import { writeParts, writeVolume, type WrittenFile } from '#ipc/volume/volume-files.ts'
import { working } from '#ipc/volume/volume-work.ts'
import { Refusal } from './failure.ts'
import { newPress } from './press.ts'
import { signedIn, type CommandLine } from './session.ts'
import type { Arguments } from './verbs.ts'

const volumeName = 'volume.pdf'

type Written = {
  caseId: string
  caseNumber: string
  out: string
  /** In the order of the dossier; a paper is there as Word and, when asked for, as PDF. */
  papers: WrittenFile[]
  volume: Omit<WrittenFile, 'form'>
}

/** Every paper of a case in a file of its own, and the whole volume as one PDF. */
export async function papers(given: Arguments<'papers'>): Promise<Written> {
  const { out } = given
  requireEmpty(out)
  const press = newPress()
  try {
    return await signedIn({ store: given.store, user: given.user, press }, (line) =>
      writeCase(line, given.case, { out, pdf: given.pdf === true }),
    )
  } finally {
    await press.close()
  }
}

/** Nothing that lies in the folder is written over. @throws Refusal papers.fileExists */
function requireEmpty(out: string) {
  if (existsSync(out) && (!statSync(out).isDirectory() || readdirSync(out).length > 0))
    throw new Refusal({ code: 'papers.fileExists', details: { file: out } })
}

/** @throws Refusal papers.fileNotWritable */
function makeFolder(out: string) {
  try {
    mkdirSync(out, { recursive: true })
  } catch {
    throw new Refusal({ code: 'papers.fileNotWritable', details: { file: out } })
  }
}

async function writeCase(
  { core, connection }: CommandLine,
  wanted: string,
  { out, pdf }: { out: string; pdf: boolean },
): Promise<Written> {
  const context = taskContext('volumes.save', core, connection, core.clock.now())
  const found = await context.read((db) =>
    db
      .selectFrom('cases')
      .select(['id', 'case_number'])
      .where((where) => where.or([where('id', '=', wanted), where('case_number', '=', wanted)]))
      .executeTakeFirst(),
  )
  if (!found) throw new Refusal({ code: 'cases.notFound', details: { case: wanted } })
  const { id: caseId, case_number: caseNumber } = found
  return working(core, caseId, async (work) => {
    const made = await makeVolume(context, caseId, work)
    await made.number()
    makeFolder(out)
    const written = await writeParts(context, made, { folder: out, pdf, work })
    const volume = await writeVolume(made, join(out, volumeName))
    await noteVolume(context, { caseId, parts: made.parts, channel: 'pdf' })
    return { caseId, caseNumber, out, papers: written, volume }
  })
}
