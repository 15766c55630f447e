import type { PaperContext } from '../paper-context.ts'
import * as cases from './case-fields.ts'
import {
  blankItem,
  type FieldKind,
  type Group,
  type Item,
  type Shape,
  type Value,
} from './fields.ts'
import * as filing from './filing-fields.ts'
import type { FormData, FormParty } from './form-data.ts'
import * as office from './office-fields.ts'

type Source = { data: FormData; context: PaperContext }
type Single = { shape: Shape; read: (source: Source) => Item | undefined }
type Many = { shape: Shape; read: (source: Source) => readonly Item[] | undefined }

const single = <T>(group: Group<T>, read: (data: FormData) => T | undefined): Single => ({
  shape: group.shape,
  read: ({ data }) => {
    const found = read(data)
    return found === undefined ? undefined : group.itemOf(found)
  },
})

const many = <T>(group: Group<T>, read: (data: FormData) => readonly T[] | undefined): Many => ({
  shape: group.shape,
  read: ({ data }) => read(data)?.map((each, index) => group.itemOf(each, index + 1)),
})

/** A list of parties; each thing of it is called 当事人. */
const partiesWhere = (
  /** What a blank one is called on paper. */
  role: string,
  wanted: (party: FormParty) => boolean,
  from: (data: FormData) => readonly FormParty[] | undefined = ({ parties }) => parties,
): Many => {
  const all = many(cases.partyFields, (data) => from(data)?.filter(wanted))
  return { ...all, shape: { ...all.shape, blanks: new Map([['称谓', role]]) } }
}

const isApplicant = ({ role }: FormParty) => role === 'applicant' || role === 'coApplicant'
const hasAgent = ({ representatives }: FormParty) =>
  representatives.some(({ kind }) => kind === 'agent')

/** No list rather than an empty one: the form is then printed to be filled by hand. */
const someOf = <T>(list: readonly T[] | undefined) => (list?.length === 0 ? undefined : list)

const singles: readonly Single[] = [
  { shape: cases.bodyFields.shape, read: ({ context }) => cases.bodyFields.itemOf(context.body) },
  single(cases.paperFields, ({ paper }) => paper),
  single(cases.caseFields, ({ case: of, parties }) => of && { of, parties }),
  single(cases.dossierFields, ({ dossier }) => dossier),
  single(cases.investigationFields, ({ investigation }) => investigation),
  single(cases.agreementFields, ({ agreement }) => agreement),
  single(cases.paymentFields, ({ payment }) => payment),
  single(office.urgeFields, ({ urge }) => urge),
  single(cases.visitFields, ({ visit }) => visit),
  single(office.confirmationFields, ({ confirmation }) => confirmation),
  single(office.terminationFields, ({ termination }) => termination),
  single(office.refusalFields, ({ refusal }) => refusal),
  single(office.letterFields, ({ letter }) => letter),
  single(office.closedSessionFields, ({ closedSession }) => closedSession),
  single(office.labourFields, ({ labour }) => labour),
  single(office.majorCaseFields, ({ majorCase }) => majorCase),
  single(office.arbitralReviewFields, ({ arbitralReview }) => arbitralReview),
  single(office.paymentOrderFields, ({ paymentOrder }) => paymentOrder),
  single(office.suitFields, ({ suit }) => suit),
  single(office.arbitrationFields, ({ arbitration }) => arbitration),
  single(office.enforcementFields, ({ enforcement }) => enforcement),
  single(office.unionFields, ({ union }) => union),
  single(office.serviceFields, ({ service }) => service),
  single(office.referralFields, ({ referral }) => referral),
  single(office.rotaFields, ({ rota }) => rota),
  single(office.consultationFields, ({ consultation }) => consultation),
  single(office.screeningFields, ({ screening }) => screening),
  single(office.subsidyFields, ({ subsidy }) => subsidy),
  single(filing.handoverFields, ({ handover }) => handover),
]

/** Lists that no group holds. All lists of parties give their things the name 当事人. */
const lists: ReadonlyMap<string, Many> = new Map([
  ['当事人', partiesWhere('当事人', () => true)],
  ['申请人', partiesWhere('申请人', isApplicant)],
  ['被申请人', partiesWhere('被申请人', (party) => !isApplicant(party))],
  ['自然人', partiesWhere('当事人', ({ kind }) => kind === 'person')],
  ['单位', partiesWhere('当事人', ({ kind }) => kind === 'organisation')],
  [
    '委托人',
    partiesWhere(
      '委托人',
      () => true,
      ({ principals, parties }) => principals ?? someOf(parties?.filter(hasAgent)),
    ),
  ],
  ['证据', many(cases.evidenceFields, ({ evidence }) => evidence)],
  ['谈话', many(cases.sessionFields, ({ sessions }) => sessions)],
  ['履行', many(cases.performanceFields, ({ performances }) => performances)],
  ['借阅', many(filing.loanFields, ({ loans }) => loans)],
])

type Names<Of> = ReadonlyMap<string, Of>

const rootShapes: Names<Shape> = new Map(singles.map(({ shape }) => [shape.name, shape]))
const rootLists: Names<Shape> = new Map([...lists].map(([name, { shape }]) => [name, shape]))

/** What a text may name: groups open to it with their values, and the lists of the root. */
export type Scope = { shapes: Names<Shape>; items: Names<Item>; lists: Names<readonly Item[]> }

/** Before any value is known. */
export const emptyScope: Scope = { shapes: rootShapes, items: new Map(), lists: new Map() }

export const scopeOf = (data: FormData, context: PaperContext): Scope => {
  const source = { data, context }
  return {
    shapes: rootShapes,
    items: new Map(
      singles.flatMap(({ shape, read }) => {
        const item = read(source)
        return item === undefined ? [] : [[shape.name, item] as const]
      }),
    ),
    lists: new Map(
      [...lists].flatMap(([name, { read }]) => {
        const items = read(source)
        return items === undefined ? [] : [[name, items] as const]
      }),
    ),
  }
}

/** Inside a loop: the thing at hand stands under the name of its group. */
export const within = ({ shapes, items, lists }: Scope, shape: Shape, item?: Item): Scope => ({
  shapes: new Map([...shapes, [shape.name, shape]]),
  items: item ? new Map([...items, [shape.name, item]]) : items,
  lists,
})

/** Group and field of a name: 案件 and 卷号; a list of the root has no group. */
export const halves = (name: string): [string, string] => {
  const dot = name.indexOf('.')
  return dot === -1 ? ['', name] : [name.slice(0, dot), name.slice(dot + 1)]
}

export const fieldKind = ({ shapes }: Scope, name: string): FieldKind | undefined => {
  const [group, field] = halves(name)
  return shapes.get(group)?.fields.get(field)
}

export const fieldValue = ({ items }: Scope, name: string): Value | undefined => {
  const [group, field] = halves(name)
  return items.get(group)?.values.get(field)
}

export const listShape = ({ shapes }: Scope, name: string): Shape | undefined => {
  const [group, inner] = halves(name)
  return group === '' ? rootLists.get(inner) : shapes.get(group)?.lists.get(inner)
}

/** The things of a list; at least so many blank ones when there is none. */
export const listItems = (scope: Scope, name: string, least = 0): readonly Item[] => {
  const [group, inner] = halves(name)
  const found = group === '' ? scope.lists.get(inner) : scope.items.get(group)?.lists.get(inner)
  if (found && found.length > 0) return found
  const shape = listShape(scope, name)
  return shape ? Array.from({ length: least }, (_, index) => blankItem(shape, index + 1)) : []
}

/** A name that forms may use; `loop` is the list that must be gone through around it. */
export type FieldName = { name: string; kind: FieldKind; loop?: string }

const namesOf = (shape: Shape, loop?: string): FieldName[] => [
  ...[...shape.fields].map(([field, kind]) => ({ name: `${shape.name}.${field}`, kind, loop })),
  ...[...shape.lists].flatMap(([name, inner]) => namesOf(inner, `${shape.name}.${name}`)),
]

const allNames: readonly FieldName[] = [
  ...[...rootShapes.values()].flatMap((shape) => namesOf(shape)),
  ...[...rootLists].flatMap(([name, shape]) => namesOf(shape, name)),
]

/** Every name that a form may use, in the order of the groups; each once for each loop that it stands in. */
export const fieldNames: readonly FieldName[] = [
  ...new Map(allNames.map((each) => [`${each.loop ?? ''} ${each.name}`, each])).values(),
]

const innerLists = (shape: Shape): [string, NestedList][] =>
  [...shape.lists].flatMap(([name, inner]): [string, NestedList][] => [
    [`${shape.name}.${name}`, { parent: shape, shape: inner }],
    ...innerLists(inner),
  ])

/** A list that each thing of another list has. */
export type NestedList = { parent: Shape; shape: Shape }

/** Lists inside the things of a list, such as the agents of a party; by the name that a loop uses. */
export const nestedLists: ReadonlyMap<string, NestedList> = new Map(
  [
    ...rootLists.values(),
    ...[...rootShapes.values()].flatMap(({ lists: own }) => [...own.values()]),
  ].flatMap(innerLists),
)

/** Names of lists that a loop may go through at the root. */
export const rootListNames: readonly string[] = [...rootLists.keys()]
