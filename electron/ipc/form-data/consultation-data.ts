import { DomainError } from '#db/domain/errors.ts'
import {
  consultationCategories,
  consultationManners,
  consultationOutcomes,
  consultationSatisfactions,
  identityKinds,
} from '#db/domain/consultation/register.ts'
import {
  findConsultation,
  lawyerShown,
  mayRead,
  type ConsultationRecord,
} from '#db/queries/consultations.ts'
import type { Actor } from '#db/domain/access/case-access.ts'
import type { Reader } from '#db/schema.ts'
import type { FormData } from '#documents/forms/form-data.ts'

const given = (text: string) => (text.trim() === '' ? undefined : text)

/** What the form has no box for, under the answer. */
const marks = (record: ConsultationRecord): string[] => {
  const { form, caseNumber } = record
  const words = given(form.outcomeWords)
  return [
    given(form.basis) && `依据：${form.basis.trim()}`,
    form.outcome === 'later' && words && `约定答复：${words}`,
    form.outcome === 'otherOffice' && words && `转至：${words}`,
    caseNumber !== undefined && `已登记为案件 ${caseNumber}`,
    form.legalAidHintShown && '已告知可以申请法律援助',
    form.signed === 'refused' && '咨询人不愿签名',
  ].filter((line) => typeof line === 'string')
}

/**
 * The register of one consultation (F26) as this actor may see it; what nobody wrote prints as a blank.
 * @throws DomainError consultations.notFound, notYours, removed
 */
export async function consultationData(db: Reader, id: string, actor: Actor): Promise<FormData> {
  const record = await findConsultation(db, id)
  if (!record) throw new DomainError('consultations.notFound')
  if (!mayRead(actor, record)) throw new DomainError('consultations.notYours')
  if (record.removed) throw new DomainError('consultations.removed')
  const { form, number } = record
  return {
    consultation: {
      number,
      at: form.at,
      manner: consultationManners[form.manner],
      name: form.anonymous ? '不愿登记姓名' : given(form.name),
      sex: form.sex,
      age: form.age,
      phone: given(form.phone),
      address: given(form.address),
      workUnit: given(form.workUnit),
      identity: given(form.identities.map((kind) => identityKinds[kind]).join('、')),
      otherSide: given(form.otherSide),
      category: consultationCategories[form.category],
      facts: given(form.facts),
      materials: given(form.materials),
      answer: given(
        [form.answer.trim(), ...marks(record)].filter((line) => line !== '').join('\n'),
      ),
      outcome: form.outcome && consultationOutcomes[form.outcome],
      lawyerName: lawyerShown(actor, record),
      satisfaction:
        form.satisfaction === 'notSaid' ? undefined : consultationSatisfactions[form.satisfaction],
      withoutId: form.anonymous,
    },
  }
}
