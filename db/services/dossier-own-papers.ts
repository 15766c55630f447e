import type { AgreementContent, AgreementParty } from '../domain/agreement/content.ts'
import type { DossierPaper, PaperSignature, PrintedAmount } from '../domain/dossier/dossier.ts'
import { localDateOf } from '../domain/local-date.ts'
import { capitalAmount, formatYuan } from '../domain/money.ts'
import { findAgreementRow, listSignatures } from '../queries/agreements.ts'
import { findSession, listAttendees } from '../queries/sessions.ts'
import type { Reader } from '../schema.ts'
import type { FrozenAgreement } from './agreements.ts'
import { wasReadBack } from './read-backs.ts'
import type { FrozenMinutes } from './sessions.ts'

/** What a paper with a record of its own says, and who is known to have signed it. */
export type OwnPaper = Partial<DossierPaper> & { recorder?: string; sealName?: string | undefined }

/** As a party block prints them. */
export const partyWords = (
  parties: readonly AgreementParty[],
): Pick<DossierPaper, 'names' | 'idNumbers' | 'creditCodes' | 'addresses'> => {
  const all = (read: (party: AgreementParty) => string | undefined) =>
    parties.flatMap((party) => {
      const text = read(party)?.trim()
      return text ? [{ text, partyId: party.id }] : []
    })
  return {
    names: all(({ name }) => name),
    idNumbers: all(({ idNumber }) => idNumber),
    creditCodes: all(({ creditCode }) => creditCode),
    addresses: all(({ address }) => address),
  }
}

const amountsOf = ({ clauses }: AgreementContent): PrintedAmount[] =>
  clauses.flatMap(({ id, payment }): PrintedAmount[] =>
    payment === undefined
      ? []
      : [
          {
            kind: 'total',
            figures: formatYuan(payment.totalFen),
            capitals: capitalAmount(payment.totalFen),
            clause: id,
          },
          ...payment.instalments.map(({ amountFen, dueOn }): PrintedAmount => ({
            kind: 'instalment',
            figures: formatYuan(amountFen),
            clause: id,
            dueOn,
          })),
        ],
  )

/** The frozen text of an agreement, with the signatures that were taken down. */
export async function ownAgreement(db: Reader, agreementId: string): Promise<OwnPaper> {
  const row = await findAgreementRow(db, agreementId)
  if (!row?.frozen) return {}
  const { fileNumber, parties, content, mediatorName, recorderName, body } = JSON.parse(
    row.frozen,
  ) as FrozenAgreement
  const signatures = await listSignatures(db, agreementId)
  const signedBy = signatures.map(({ capacity, signerName, partyId, manner, signedOn }) => {
    const signature: PaperSignature = { capacity, name: signerName, partyId, manner, signedOn }
    return signature
  })
  const words = partyWords(parties)
  // Its day is written by hand by those who sign first.
  const date = signatures.map(({ signedOn }) => signedOn).toSorted()[0]
  return {
    ...words,
    names: [
      ...words.names,
      ...[mediatorName, recorderName].flatMap((text) => (text ? [{ text }] : [])),
    ],
    number: fileNumber,
    amounts: amountsOf(content),
    signedBy,
    recorder: recorderName,
    sealName: body.sealName,
    ...(date === undefined ? {} : { date }),
  }
}

/** The minutes of an ended session. */
export async function ownMinutes(
  { db, now }: { db: Reader; now: string },
  sessionId: string,
): Promise<OwnPaper> {
  const session = await findSession(db, sessionId)
  if (!session) return {}
  const frozen = session.frozen === null ? undefined : (JSON.parse(session.frozen) as FrozenMinutes)
  const attendees = await listAttendees(db, sessionId)
  const mediator = frozen?.mediatorName ?? session.mediatorName
  return {
    // Minutes print names, neither numbers nor addresses.
    names: [
      ...(frozen ? partyWords(frozen.parties).names : []),
      ...[mediator, session.recorderName].flatMap((text) => (text ? [{ text }] : [])),
    ],
    date: localDateOf(session.startedAt),
    helpers: attendees
      .filter(({ capacity }) => capacity === 'helper' || capacity === 'lawyer')
      .map(({ name }) => name),
    readBack: await wasReadBack({ db, now }, 'minutes', sessionId),
    closed: !session.isOpen,
    // The head of the paper says so beside the place.
    notesClosed: !session.isOpen,
    recorder: session.recorderName,
    sealName: frozen?.body?.sealName,
  }
}
