import { useRef, useState } from 'react'
import { knowsOffer } from '#db/domain/offer/ledger.ts'
import type { Failure } from '../../lib/failure.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FieldError } from '../../ui/field.tsx'
import { TextAreaField } from '../../ui/text-area-field.tsx'
import { type Problems, problemsOf } from './offer-checks.ts'
import {
  blankTerm,
  byMediator,
  isParty,
  knownByAll,
  knownChoices,
  knownNow,
  type OfferForm,
  type TermForm,
} from './offer-form.ts'
import type { Ledger, LedgerParty } from './offer-words.ts'
import { likelyPay, takeSuggestions } from './take-suggestions.ts'
import { useStatutory } from './statutory-sum.tsx'
import { partyNameIn } from './term-sentence.ts'
import { TermFields, termKinds, termKindWords } from './term-fields.tsx'
import { TermReader } from './term-reader.tsx'
import { useReturnFocus } from './use-return-focus.ts'

type Props = {
  caseId: string
  ledger: Ledger
  form: OfferForm
  /** The party of the separate talk that goes on. */
  confidantId?: string | undefined
  busy: boolean
  failure?: Failure | undefined
  onChange: (form: OfferForm) => void
  onRecord: () => void
  onClose: () => void
  onDiscard: () => void
}

/** Nothing is lost by Esc: what was begun waits until it is recorded or discarded. */
export function OfferEditor(props: Props) {
  const { form, ledger, onChange, onRecord } = props
  useReturnFocus()
  const [asked, setAsked] = useState(false)
  const body = useRef<HTMLDivElement>(null)
  const problems = problemsOf(form)
  const errorAt = (path: string) => (asked ? problems[path] : undefined)
  const record = () => {
    if (Object.keys(problems).length === 0) return onRecord()
    setAsked(true)
    setTimeout(() => focusFirstWrong(body.current), 0)
    return undefined
  }
  return (
    <Dialog
      open
      width={920}
      title={titleWords(form)}
      onClose={props.onClose}
      onConfirm={record}
      enterConfirms={false}
      confirmText="记下方案"
      cancelText="先放着"
      extra={<Button onClick={props.onDiscard}>不要了</Button>}
      busy={props.busy}
      failure={props.failure}
    >
      <div className="offers-editor" ref={body}>
        <MakerField
          form={form}
          parties={ledger.parties.filter(({ id }) => mayReply(ledger, form, id))}
          error={errorAt('by')}
          onChange={onChange}
        />
        <TermReader
          caseId={props.caseId}
          partyId={isParty(form.by) ? form.by : undefined}
          parties={ledger.parties}
          heard={form.heard}
          onHeard={(heard) => onChange({ ...form, heard })}
          taken={form.taken}
          onTake={(read, taken) => {
            const defaults = defaultsOf(form, ledger)
            onChange({ ...takeSuggestions(form, read, { defaults, newId }), taken })
          }}
        />
        <Terms
          caseId={props.caseId}
          form={form}
          ledger={ledger}
          problems={problems}
          errorAt={errorAt}
          onChange={onChange}
        />
        <TextAreaField
          label="条件"
          value={form.condition}
          maxLength={1000}
          minRows={1}
          placeholder="有条件才答应的写在这里，如：对方先撤回投诉"
          onChange={(condition) => onChange({ ...form, condition })}
        />
        <TextAreaField
          label="自己的备注"
          hint="只有您看得到，转告时也不会说出去"
          value={form.note}
          maxLength={1000}
          minRows={1}
          onChange={(note) => onChange({ ...form, note })}
        />
        <KnownField {...props} />
      </div>
    </Dialog>
  )
}

const titleWords = (form: OfferForm): string =>
  form.replyTo ? `对第${form.replyTo.ordinal}次的还价` : '记一个方案'

const focusFirstWrong = (body: HTMLElement | null): void => {
  const wrong = body?.querySelector<HTMLElement>('.tx-field-wrong')
  const field = wrong?.querySelector<HTMLElement>('input, textarea, button')
  field?.focus()
  wrong?.scrollIntoView({ block: 'center' })
}

const defaultsOf = (form: OfferForm, ledger: Ledger) =>
  likelyPay(ledger.parties, isParty(form.by) ? form.by : undefined, ledger.offers)

/** Who does not know the offer that is answered cannot answer it. */
const mayReply = (ledger: Ledger, form: OfferForm, partyId: string): boolean => {
  const answered = ledger.offers.find(({ id }) => id === form.replyTo?.offerId)
  return !answered || knowsOffer(answered, partyId)
}

type FieldProps = {
  form: OfferForm
  parties: readonly LedgerParty[]
  error: string | undefined
  onChange: (form: OfferForm) => void
}

function MakerField({ form, parties, error, onChange }: FieldProps) {
  const makers = [
    ...parties.map(({ id, name }) => ({ value: id, label: name })),
    { value: byMediator, label: '调解员方案' },
  ]
  return (
    <ChoiceField
      label="谁提出的"
      required
      error={error}
      options={makers.map((maker, index) =>
        index < 9 ? { ...maker, key: String(index + 1) } : maker,
      )}
      value={form.by}
      onChange={(by) => onChange({ ...form, by })}
    />
  )
}

function KnownField({ form, ledger, confidantId, onChange }: Props) {
  const ids = ledger.parties.map(({ id }) => id)
  const known = knownNow(form, ids, confidantId)
  const nameOf = partyNameIn(ledger.parties)
  const all = ids.length > 2 ? '各方都知道' : '双方都知道'
  return (
    <ChoiceField
      label="现在谁知道这个方案"
      options={knownChoices(form, ids, confidantId).map((value) => ({
        value,
        label: value === knownByAll ? all : `只有${nameOf(value)}知道`,
      }))}
      value={known}
      hint={
        known === knownByAll
          ? undefined
          : `${confidantId ? '单独谈话里说的，先不告诉对方。' : '先不告诉对方。'}要说的时候，在台账上按“转告对方”。`
      }
      onChange={(knownBy) => onChange({ ...form, knownBy })}
    />
  )
}

type TermsProps = {
  caseId: string
  form: OfferForm
  ledger: Ledger
  problems: Problems
  errorAt: (path: string) => string | undefined
  onChange: (form: OfferForm) => void
}

function Terms({ caseId, form, ledger, problems, errorAt, onChange }: TermsProps) {
  const { statutory } = useStatutory(caseId)
  const setTerms = (terms: TermForm[]) => onChange({ ...form, terms })
  const earlierTotals = totalsIn(ledger)
  const missing = errorAt('terms')
  return (
    <div className="offers-terms">
      {form.terms.map((term, index) => (
        <TermFields
          key={term.id}
          term={term}
          index={index}
          parties={ledger.parties}
          isComplete={isComplete(problems, index)}
          earlierTotals={earlierTotals}
          statutoryFen={statutory?.amountFen}
          errorAt={errorAt}
          onChange={(next) => setTerms(form.terms.map((old) => (old.id === term.id ? next : old)))}
          onRemove={() => setTerms(form.terms.filter(({ id }) => id !== term.id))}
        />
      ))}
      {missing ? (
        <div className="tx-field-wrong">
          <FieldError text={missing} />
        </div>
      ) : null}
      <div className="row" role="group" aria-label="加一项">
        <span>加一项：</span>
        {termKinds.map((kind) => (
          <Button
            key={kind}
            aria-label={`加一项${termKindWords[kind]}`}
            onClick={() =>
              setTerms([...form.terms, blankTerm(kind, defaultsOf(form, ledger), newId)])
            }
          >
            {termKindWords[kind]}
          </Button>
        ))}
      </div>
    </div>
  )
}

const isComplete = (problems: Problems, index: number): boolean =>
  !Object.keys(problems).some((path) => path.startsWith(`terms.${index}.`))

/** The newest totals that were named, each once. */
const totalsIn = ({ offers }: Ledger): { ordinal: number; totalFen: number }[] => {
  const named = offers
    .toSorted((a, b) => b.ordinal - a.ordinal)
    .flatMap(({ ordinal, terms }) =>
      terms.flatMap((term) => (term.kind === 'pay' ? [{ ordinal, totalFen: term.totalFen }] : [])),
    )
  return named
    .filter(({ totalFen }, index) => named.findIndex((one) => one.totalFen === totalFen) === index)
    .slice(0, 3)
}
