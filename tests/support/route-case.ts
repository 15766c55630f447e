import type { OfficeKind } from '#db/domain/strengthening/offices.ts'
import { paperText } from '#documents/paper-text.ts'
import { casePaper } from '#ipc/case-papers.ts'
import { formShelf } from '#ipc/form-shelf.ts'
import { staff, type Client, type StaffedCentre } from './centre.ts'
import {
  allSignatures,
  approvedAgreement,
  assignedCase,
  heldSession,
  wageForm,
} from './wage-case.ts'

/** Two people and a loan, both with an address. */
export const loanForm = (): ReturnType<typeof wageForm> => {
  const form = wageForm()
  const [lender, debtor] = form.parties
  if (!lender || !debtor) throw new Error('two parties')
  return {
    ...form,
    typeCode: '04.01',
    parties: [lender, { ...debtor, address: '平湖区前门街道3号' }],
    narrative: '张三借给对方17,048.28元，约定的日子过了没有还。',
    claim: '归还借款17,048.28元。',
  }
}

/** Its agreement is signed today: three instalments, on 12-20, 01-20 and 02-20. */
export async function signedCase(centre: StaffedCentre, form = wageForm()) {
  const caseId = await assignedCase(centre, form)
  await heldSession(centre, caseId)
  const { id } = await approvedAgreement(centre, caseId)
  const { mediator } = centre.as
  await mediator.agreements.sign({ id, signatures: await allSignatures(centre, mediator, id) })
  return { caseId, agreementId: id }
}

export const officeOf = (kind: OfficeKind, name: string, areas: string[], invitesUs = false) => ({
  kind,
  level: 'basic' as const,
  name,
  areas,
  address: '',
  phone: '',
  note: '',
  invitesUs,
})

export const addOffice = async (
  client: Client,
  ...of: Parameters<typeof officeOf>
): Promise<string> => (await client.offices.save({ revision: 0, office: officeOf(...of) })).id

/** What stands on a paper that the mediator of the case would print now. */
export async function wordsOnPaper(centre: StaffedCentre, form: string, objectId: string) {
  const { core } = centre
  const asking = {
    db: centre.store().db,
    actor: { userId: centre.ids.mediator, role: 'mediator' as const, name: staff.mediator },
    now: centre.clock.now(),
    notice: core.notice,
    forms: formShelf(core),
    law: core,
  }
  return paperText((await casePaper(asking, form, objectId)).paper)
}
