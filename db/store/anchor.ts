import { join } from 'node:path'
import { z } from 'zod'
import { auditHead, genesis, type AuditHead } from '../audit.ts'
import type { Connection } from '../open.ts'
import { canonical } from './canonical.ts'
import { readSmallFile, writeSmallFile } from './small-file.ts'
import { macOf, sameDigest } from './sub-keys.ts'

const anchorSchema = z.strictObject({
  format: z.literal('tanxin-anchor-v1'),
  generation: z.string(),
  seq: z.int().min(0),
  head: z.string().regex(/^[0-9a-f]{64}$/),
  time: z.string(),
  mac: z.string(),
})
type Anchor = z.infer<typeof anchorSchema>

/**
 * Why the log in the file may not be the one that was written. Told to a person; never a reason to
 * refuse the store or to change it.
 */
export type AnchorAlarm =
  | { code: 'audit.anchor-missing' }
  | { code: 'audit.anchor-altered' }
  | { code: 'audit.records-missing'; expectedSeq: number; foundSeq: number }
  | { code: 'audit.chain-replaced'; seq: number }

/** Outside the generation's folder: putting an old database back does not put an old anchor back. */
const anchorFile = (dir: string, generation: string) => join(dir, `anchor-${generation}.json`)

const bodyMac = (key: Buffer, { mac: _mac, ...body }: Anchor) => macOf(key, canonical(body))

const parse = (text: string): Anchor | undefined => {
  try {
    return anchorSchema.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

export type AnchorPlace = { dir: string; generation: string; key: Buffer }

export const writeAnchor = (place: AnchorPlace, head: AuditHead, time: string) => {
  const body: Anchor = {
    format: 'tanxin-anchor-v1',
    generation: place.generation,
    ...head,
    time,
    mac: '',
  }
  const anchor: Anchor = { ...body, mac: bodyMac(place.key, body) }
  writeSmallFile(anchorFile(place.dir, place.generation), `${JSON.stringify(anchor)}\n`)
}

/** Compares the log with what was last noted outside the database. */
export const compareAnchor = (
  place: AnchorPlace,
  connection: Connection,
): AnchorAlarm | undefined => {
  const text = readSmallFile(anchorFile(place.dir, place.generation))
  if (text === undefined) return { code: 'audit.anchor-missing' }
  const anchor = parse(text)
  if (
    !anchor ||
    anchor.generation !== place.generation ||
    !sameDigest(anchor.mac, bodyMac(place.key, anchor))
  ) {
    return { code: 'audit.anchor-altered' }
  }
  return alarmFor(anchor, connection)
}

const alarmFor = (anchor: AuditHead, connection: Connection): AnchorAlarm | undefined => {
  const found = auditHead(connection)
  if (found.seq < anchor.seq) {
    return { code: 'audit.records-missing', expectedSeq: anchor.seq, foundSeq: found.seq }
  }
  const row = connection.get('SELECT mac FROM audit_log WHERE seq = ?', [anchor.seq])
  const mac = anchor.seq === 0 ? genesis : row?.['mac']
  return mac === anchor.head ? undefined : { code: 'audit.chain-replaced', seq: anchor.seq }
}

/** What the anchor of a generation says, unchecked; for telling what a restore leaves behind. */
export const peekAnchor = (dir: string, generation: string): AuditHead | undefined => {
  const anchor = parse(readSmallFile(anchorFile(dir, generation)) ?? '')
  return anchor && { seq: anchor.seq, head: anchor.head }
}
