import type { CaseStatus } from '#db/domain/case/status.ts'
import { DomainError } from '#db/domain/errors.ts'
import { localDateOf, type LocalDate } from '#db/domain/local-date.ts'
import { readArchive } from '#db/queries/dossier-archive.ts'
import { listLoans } from '#db/queries/dossier-loans.ts'
import { findHandover } from '#db/queries/handovers.ts'
import { getSetting } from '#db/queries/settings.ts'
import type { Reader } from '#db/schema.ts'
import { fillForm } from '#documents/forms/fill-form.ts'
import type { FormData } from '#documents/forms/form-data.ts'
import type { PaperContext } from '#documents/paper-context.ts'
import type { Asking, CasePaper } from '../case-papers.ts'
import { formInForce } from '../form-shelf.ts'

/** As the list says them; the screen has the same words. */
const statusWords: Readonly<Record<CaseStatus, string>> = {
  draft: '草稿',
  submitted: '待受理',
  supplementing: '待补材料',
  rejected: '不予受理',
  accepted: '已受理',
  assigned: '已分派',
  mediating: '调解中',
  suspended: '中止',
  agreed: '达成协议',
  effective: '协议生效',
  overdue: '逾期未履行',
  performed: '已履行',
  confirming: '确认中',
  confirmed: '已确认',
  failed: '调解不成',
  transferred: '已转办',
  withdrawn: '已撤回',
  followUp: '回访中',
  toArchive: '待归档',
  archived: '已归档',
}

/** What the list of a hand-over says, and the first of its cases. @throws DomainError dossiers.notFound */
export async function handoverPaperData(
  db: Reader,
  handoverId: string,
): Promise<{ data: FormData; caseId: string }> {
  const found = await findHandover(db, handoverId)
  const [first] = found?.cases ?? []
  if (!found || !first) throw new DomainError('dossiers.notFound')
  return {
    caseId: first.id,
    data: {
      handover: {
        fromName: found.fromName,
        toName: found.toName,
        date: localDateOf(found.madeAt),
        reason: found.reason,
        headName: found.madeByName,
        cases: found.cases.map(({ caseNumber, title, status, borrower }) => ({
          number: caseNumber,
          title,
          status: statusWords[status],
          ...(borrower === undefined ? {} : { borrower }),
        })),
      },
    },
  }
}

/**
 * The list that is signed when cases change hands. It is no paper of one case: it goes with the first of them.
 * @throws DomainError cases.notReadable for all but the head, dossiers.notFound
 */
export async function handoverPaper(asking: Asking, handoverId: string): Promise<CasePaper> {
  const { db, actor, now, forms } = asking
  if (actor.role !== 'head') throw new DomainError('cases.notReadable')
  const { data, caseId } = await handoverPaperData(db, handoverId)
  const definition = await formInForce(db, forms, 'handover', localDateOf(now))
  if (!definition) throw new DomainError('papers.unknownForm', { form: 'handover' })
  const context: PaperContext = {
    body: await getSetting(db, 'body'),
    practice: await getSetting(db, 'practice'),
    draft: false,
  }
  return { paper: fillForm(definition, data, context), caseId, isFinal: true }
}

/** What the loan log of a case says beside the case itself. */
export async function loanLogData(
  db: Reader,
  caseId: string,
  today: LocalDate,
): Promise<Pick<FormData, 'loans' | 'dossier'>> {
  const loans = await listLoans(db, today, { caseId, openOnly: false })
  const { archiveNumber } = await readArchive(db, caseId)
  return {
    dossier: archiveNumber === undefined ? {} : { archiveNumber },
    loans: loans
      .map(({ loan }) => ({
        borrower: loan.borrower,
        unit: loan.unit,
        purpose: loan.purpose,
        lentOn: loan.lentOn,
        dueOn: loan.dueOn,
        lenderName: loan.lentByName,
        ...(loan.returnedOn && { returnedOn: loan.returnedOn }),
        ...(loan.returnedToName && { receiverName: loan.returnedToName }),
        note: loan.returnNote,
      }))
      .toSorted((a, b) => (a.lentOn < b.lentOn ? -1 : 1)),
  }
}
