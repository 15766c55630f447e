import type { FormHead } from '#contract/papers.ts'
import type { StatusLook } from '../../lib/labels/status.ts'
import { formSets } from '../../lib/labels/forms.ts'
import { formSetLabels, presenceLabels } from '../../lib/labels/forms.ts'

export type FormGroup = { set: FormHead['set']; forms: FormHead[] }

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')

/** How far a form was compared with its source. */
export type Compared = 'fully' | 'partly' | 'not' | 'own'

export const comparedLooks: Readonly<Record<Compared, StatusLook>> = {
  not: { word: '未核对', tone: 'waiting' },
  partly: { word: '部分核对', tone: 'plain' },
  fully: { word: '已核对', tone: 'done' },
  own: { word: '本单位格式', tone: 'plain' },
}

/** The centre's own words or Word file were compared with nothing; a note tells what is left to compare. */
export const comparedOf = (
  form: Pick<FormHead, 'template' | 'ownWording' | 'verified' | 'note'>,
): Compared => {
  if (form.template !== undefined || form.ownWording) return 'own'
  if (!form.verified) return 'not'
  return form.note === undefined ? 'fully' : 'partly'
}

const wordsOf = (form: FormHead): string =>
  plain(
    [
      form.title,
      form.purpose,
      form.id,
      formSetLabels[form.set],
      presenceLabels[form.presence],
      comparedLooks[comparedOf(form)].word,
      ...form.signers,
    ].join(' '),
  )

/**
 * Forms by set, in the order of the house; only those that hold every word that was typed, and that were compared as
 * far as wanted. A set without a form is left out.
 */
export const groupForms = (
  forms: readonly FormHead[],
  typed: string,
  compared?: Compared,
): FormGroup[] => {
  const wanted = typed
    .normalize('NFKC')
    .split(/\s+/)
    .map(plain)
    .filter((word) => word !== '')
  const found = forms.filter((form) => {
    if (compared !== undefined && comparedOf(form) !== compared) return false
    const words = wordsOf(form)
    return wanted.every((word) => words.includes(word))
  })
  return formSets
    .map((set) => ({ set, forms: found.filter((form) => form.set === set) }))
    .filter(({ forms: some }) => some.length > 0)
}

/** 当事人、人民调解员签名; 不用签名 where nobody does. */
export const signerWords = ({ signers }: Pick<FormHead, 'signers'>): string =>
  signers.length === 0 ? '不用签名盖章' : `签名盖章：${signers.join('、')}`
