import { mayReadContent } from '#db/domain/access/case-access.ts'
import { profileOf } from '#db/domain/clocks/profile.ts'
import { datesWanted } from '#db/domain/clocks/wanted.ts'
import { profileNames } from '#db/domain/deadline/rule.ts'
import { DomainError } from '#db/domain/errors.ts'
import { findCaseRow } from '#db/queries/cases.ts'
import { findClockRow, listClockChanges } from '#db/queries/clocks.ts'
import { getCase } from '#db/services/case-access.ts'
import { controlSlipPaper } from '#documents/control-slip.ts'
import { changeOfContract, clocksOfCase, lawOf } from './case-clocks.ts'
import type { Asking, CasePaper } from './case-papers.ts'
import { blankContext } from './form-papers.ts'

/** Every clock of the case as it stands today. */
export async function controlSlip(asking: Asking, caseId: string): Promise<CasePaper> {
  const { db, actor, now, law: tables } = asking
  await getCase(db, actor, caseId, mayReadContent)
  const row = await findCaseRow(db, caseId)
  const facts = await findClockRow(db, caseId)
  if (!row || !facts) throw new DomainError('cases.notFound')
  const law = await lawOf(db, tables, now)
  const changes = await listClockChanges(db, caseId)
  const paper = controlSlipPaper({
    context: await blankContext(db),
    caseNumber: row.case_number,
    caseTitle: row.title,
    parties: [row.applicants, row.others].filter(Boolean).join(' / '),
    mediatorName: row.mediator_name ?? '',
    profileName: profileNames[profileOf(facts)],
    madeOn: law.today,
    clocks: await clocksOfCase(db, caseId, tables, now),
    datesWanted: datesWanted(law, facts),
    changes: changes.map((one) => changeOfContract(one, law.rules)),
  })
  return { paper, caseId, isFinal: true }
}
