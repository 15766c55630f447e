import { v7 as uuid } from 'uuid'
import type { IntakeForm } from '#contract/intake.ts'
import type { AgreementContent } from '#db/domain/agreement/content.ts'
import { creditCheckCharacter } from '#db/domain/credit-code.ts'
import { idCheckCharacter } from '#db/domain/id-number.ts'
import { localDate, localDateOf } from '#db/domain/local-date.ts'
import { splitEvenly } from '#db/domain/money.ts'
import type { Client, StaffedCentre } from './centre.ts'
import { staff } from './centre.ts'
import { resultOf, sound } from './labour-calc.ts'

/** The check character is right, the region does not exist. */
export const workerIdNumber = `00000019900101001${idCheckCharacter('00000019900101001')}`
export const firmCreditCode = `91000000MA0000001${creditCheckCharacter('91000000MA0000001')}`

/** Vector V11: three months at 4,800.00 and twelve days of the fourth, 17,048.28 yuan. */
export const arrearsFen = resultOf('arrears', { ...sound.arrears, paidFen: 0 }).amountFen

export const wageForm = (): IntakeForm => ({
  sourceCode: 'S10',
  typeCode: '10.02',
  parties: [
    {
      kind: 'person',
      role: 'applicant',
      name: '张三',
      idNumber: workerIdNumber,
      phone: '15400000001',
      address: '云溪镇新兴村2组18号',
      representatives: [],
    },
    {
      kind: 'organisation',
      role: 'respondent',
      name: '云溪镇晨光童装厂',
      creditCode: firmCreditCode,
      legalRepName: '李四',
      legalRepTitle: '厂长',
      representatives: [],
    },
  ],
  place: '晨光童装厂',
  narrative: '张三在晨光童装厂从事缝纫工作，月工资4,800元，三个月又十二天的工资没有发放。',
  claim: '支付拖欠的工资17,048.28元。',
  amountFen: arrearsFen,
  peopleCount: 1,
  otherBody: 'none',
  otherBodyName: '',
  otherBodyRefers: false,
  otherSide: 'willing',
  scopeDoubts: [],
})

/** Registered at the window and given to the mediator; not yet taken on. */
export async function assignedCase(centre: StaffedCentre, form = wageForm()): Promise<string> {
  const { receptionist } = centre.as
  const { caseId } = await receptionist.intake.submit({ form })
  await receptionist.cases.assign({ caseId, mediatorId: centre.ids.mediator })
  return caseId
}

const firstPartyName = (form: IntakeForm) => form.parties[0]?.name ?? ''

/** An open session of the mediator in which the rights were told; the ids of who is present. */
export async function openSession(centre: StaffedCentre, caseId: string, form = wageForm()) {
  const { mediator } = centre.as
  const { partyRecords } = await mediator.cases.get({ id: caseId })
  const present = partyRecords.map((party) => ({
    capacity: 'party' as const,
    partyId: party.id,
    name: party.name,
    note: '',
    consented: true,
  }))
  const { id } = await mediator.sessions.start({
    caseId,
    place: '一号调解室',
    isOpen: true,
    recorderName: staff.receptionist,
    attendees: [
      { capacity: 'mediator', name: staff.mediator, note: '', consented: true },
      ...present,
    ],
  })
  await mediator.sessions.tellRights({ sessionId: id })
  const session = await mediator.sessions.get({ id })
  const speaker = (name: string) => {
    const attendee = session.attendees.find((each) => each.name === name)
    if (!attendee) throw new Error(`${name} is not present`)
    return attendee.id
  }
  return { id, speaker, worker: speaker(firstPartyName(form)), mediator: speaker(staff.mediator) }
}

export const entry = (attendeeId: string, text: string, position: number) => ({
  id: uuid(),
  position,
  attendeeId,
  text,
  isKeyPoint: false,
  removed: false,
})

/** One held session with three lines, ended with agreement. */
export async function heldSession(centre: StaffedCentre, caseId: string): Promise<string> {
  const { mediator } = centre.as
  const session = await openSession(centre, caseId)
  await mediator.sessions.saveEntries({
    sessionId: session.id,
    entries: [
      entry(session.mediator, '今天把双方请来，把工资的账对清楚。', 1),
      { ...entry(session.worker, '一共欠我17,048.28元。', 2), isKeyPoint: true },
      entry(session.speaker('云溪镇晨光童装厂'), '数目认，希望分三期付。', 3),
    ],
  })
  await mediator.sessions.end({ sessionId: session.id, result: 'agreed', resultNote: '' })
  return session.id
}

/** V12b: in three parts that sum to the whole. */
export const wageContent = (parties: readonly { id: string }[]): AgreementContent => ({
  facts: wageForm().narrative,
  issues: '拖欠工资的数额和支付时间。',
  responsibilities: '晨光童装厂应当支付拖欠的工资。',
  clauses: [
    {
      id: uuid(),
      kind: 'payment',
      text: '',
      payment: {
        payerId: parties[1]?.id ?? '',
        payeeId: parties[0]?.id ?? '',
        totalFen: arrearsFen,
        method: 'bankTransfer',
        account: '张三，云溪农村商业银行，账号0000000000000000',
        instalments: splitEvenly(arrearsFen, 3).map((amountFen, index) => ({
          dueOn: localDate(['2026-12-20', '2027-01-20', '2027-02-20'][index] ?? ''),
          amountFen,
        })),
      },
    },
    {
      id: uuid(),
      kind: 'other',
      text: '任何一期逾期未付的，张三可就全部未付款项一并要求支付。',
    },
    { id: uuid(), kind: 'confirm', text: '付清后双方就本案工资再无其他争议。' },
  ],
  performanceManner: '银行转账',
  performanceDeadline: '2027年2月20日前全部付清',
  performancePlace: '云溪镇',
  copies: parties.length + 1,
})

/** A complete draft of the case's agreement, saved and not yet submitted. */
export async function draftedAgreement(centre: StaffedCentre, caseId: string) {
  const { mediator } = centre.as
  const { id } = await mediator.agreements.draft({ caseId })
  const { parties, revision } = await mediator.agreements.get({ id })
  const saved = await mediator.agreements.save({ id, revision, content: wageContent(parties) })
  return { id, revision: saved.revision }
}

export async function approvedAgreement(centre: StaffedCentre, caseId: string) {
  const { id, revision } = await draftedAgreement(centre, caseId)
  const { reasons } = await centre.as.mediator.agreements.get({ id })
  const passedWarnings = reasons
    .filter(({ level }) => level === 'warn')
    .map(({ ruleId, code, path }) => ({ ruleId, code, path, words: '双方当面确认。' }))
  await centre.as.mediator.agreements.submit({ id, revision, passedWarnings })
  const { fileNumber } = await centre.as.head.agreements.approve({ id, revision })
  return { id, revision, fileNumber }
}

/** A case whose session is held, ready for its agreement. */
export async function heldCase(centre: StaffedCentre): Promise<string> {
  const caseId = await assignedCase(centre)
  await heldSession(centre, caseId)
  return caseId
}

/** Everybody's signatures, of the day on which the centre's clock stands. */
export async function allSignatures(centre: StaffedCentre, client: Client, agreementId: string) {
  const { parties } = await client.agreements.get({ id: agreementId })
  const signedOn = localDateOf(centre.clock.now())
  return [
    ...parties.map((party) => ({
      capacity: 'party' as const,
      partyId: party.id,
      signerName: party.legalRepName ?? party.name,
      manner: party.kind === 'person' ? (['hand'] as const) : (['seal'] as const),
      signedOn,
    })),
    {
      capacity: 'mediator' as const,
      signerName: staff.mediator,
      manner: ['hand'] as const,
      signedOn,
    },
    {
      capacity: 'body' as const,
      signerName: '云溪镇人民调解委员会',
      manner: ['seal'] as const,
      signedOn,
    },
  ].map((signature) => ({ ...signature, manner: [...signature.manner] }))
}
