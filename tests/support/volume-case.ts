import { createHash } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { localDate } from '#db/domain/local-date.ts'
import type { StaffedCentre } from './centre.ts'
import { allSignatures, approvedAgreement, entry, heldCase, openSession } from './wage-case.ts'

/** Agreed, signed by everybody, paid and visited: ready for the archive. */
export async function visitedCase(centre: StaffedCentre): Promise<string> {
  const { mediator } = centre.as
  const caseId = await heldCase(centre)
  const { id } = await approvedAgreement(centre, caseId)
  const signatures = await allSignatures(centre, mediator, id)
  await mediator.agreements.sign({ id, signatures })
  const reason = '当面一次付清，收条在卷。'
  for (const event of ['performFully', 'startFollowUp', 'completeFollowUp'] as const)
    await mediator.cases.move({ caseId, event, reason })
  return caseId
}

/** Mediated in vain and ended; still before the visit. */
export async function failedCase(centre: StaffedCentre, caseId: string) {
  const { mediator } = centre.as
  const session = await openSession(centre, caseId)
  await mediator.sessions.saveEntries({
    sessionId: session.id,
    entries: [entry(session.worker, '差得太远，谈不拢。', 1)],
  })
  await mediator.sessions.end({ sessionId: session.id, result: 'notAgreed', resultNote: '' })
  await mediator.cases.move({
    caseId,
    event: 'terminate',
    terminationReason: 'gapTooWide',
    remediesTold: true,
  })
}

type Key = { form: string; objectId: string }

/** As if the paper had been printed on so many pages. */
export async function printed(centre: StaffedCentre, caseId: string, key: Key, pages = 1) {
  const { db } = centre.store()
  const last = await db
    .selectFrom('paper_versions')
    .select('version')
    .where('form', '=', key.form)
    .where('object_id', '=', key.objectId)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  const version = (last?.version ?? 0) + 1
  await db
    .insertInto('paper_versions')
    .values({
      id: uuid(),
      case_id: caseId,
      form: key.form,
      object_id: key.objectId,
      version,
      sha256: createHash('sha256').update(`${key.form} ${key.objectId} ${version}`).digest('hex'),
      pages,
      model: '{}',
      template_id: null,
      made_by: centre.ids.mediator,
      made_at: centre.clock.now(),
    })
    .execute()
  return version
}

/** As if so many pages of the paper had been scanned. */
export async function scanned(
  centre: StaffedCentre,
  caseId: string,
  key: Key,
  {
    pages = 1,
    version,
    lateReason,
  }: { pages?: number; version?: number; lateReason?: string } = {},
) {
  const { db } = centre.store()
  const attachmentId = uuid()
  const now = centre.clock.now()
  await db
    .insertInto('attachments')
    .values({
      id: attachmentId,
      case_id: caseId,
      agreement_id: null,
      kind: 'other',
      name: '扫描件.pdf',
      media_type: 'application/pdf',
      size: 1,
      sha256: '0'.repeat(64),
      added_by: centre.ids.mediator,
      added_at: now,
    })
    .execute()
  for (let page = 1; page <= pages; page += 1)
    await db
      .insertInto('scan_pages')
      .values({
        id: uuid(),
        attachment_id: attachmentId,
        case_id: caseId,
        file_page: page,
        part: 'whole',
        turn: 0,
        state: 'placed',
        form: key.form,
        object_id: key.objectId,
        page,
        version: version ?? null,
        read_by: 'hand',
        late_reason: lateReason ?? null,
        placed_by: centre.ids.mediator,
        placed_at: now,
      })
      .execute()
}

export const archiveWords = {
  packId: 'national',
  retention: 'long' as const,
  shelf: '3柜2层',
  compilerName: '吴调解',
  compiledOn: localDate('2026-11-22'),
  checkerName: '林主任',
  checkedOn: localDate('2026-11-22'),
  missing: '',
  late: '',
  damaged: '',
  media: '',
  otherNotes: '',
  remark: '',
}

/** Receipt and visit written, identity papers scanned, everything printed, signed, scanned and registered. */
export async function completeVolume(centre: StaffedCentre, caseId: string) {
  const { mediator } = centre.as
  const write = (form: string, fields: Record<string, string>) =>
    mediator.sheets.save({
      form,
      objectId: caseId,
      words: { fields, lists: {} },
      revision: 0,
    })
  await write('f12', { '收款.金额': '17,048.28', '收款.日期': '2026年11月22日' })
  await write('f13', { '回访.时间': '2026年11月22日 16:00', '回访.被访人': '张三' })
  const { partyRecords } = await mediator.cases.get({ id: caseId })
  for (const { id } of partyRecords) await scanned(centre, caseId, { form: 'f05', objectId: id })
  await mediator.dossiers.saveArchive({ caseId, revision: 0, ...archiveWords })
  const { papers } = await mediator.dossiers.get({ caseId })
  for (const { form, objectId, state, scanOnly, wantsSigning } of papers) {
    if (state !== 'there' || objectId === undefined) continue
    const key = { form, objectId }
    const version = scanOnly ? undefined : await printed(centre, caseId, key)
    if (!wantsSigning) continue
    if (version !== undefined) await scanned(centre, caseId, key, { version })
    await mediator.dossiers.confirmSigned({ ...key, signed: true })
  }
}
