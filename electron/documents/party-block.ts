import type { AgreementParty, AgreementRepresentative } from '#db/domain/agreement/content.ts'
import {
  authorityLabels,
  partyRoleLabels,
  representativeKindLabels,
  sexLabels,
} from '#db/domain/party.ts'
import type { Block, Field, PartySignature } from './paper.ts'

/** Role, then label and value columns that the rows below share; weights. */
const columns = [58, 84, 100, 36, 24, 36, 42, 34, 27]
const valueColumns = columns.length - 1

const field = (
  label: string,
  value: string | undefined,
  labelSpan: number,
  valueSpan: number,
): Field => ({ label, value: value ?? '', labelSpan, valueSpan })

const whole = (label: string, value: string | undefined): Field[] => [
  field(label, value, 1, valueColumns - 1),
]

/** 法定代理人 李某（父亲） / 委托代理人 王某（特别授权） */
export const representativeText = (representative: AgreementRepresentative): string => {
  const notes = [
    representative.relation?.trim() ?? '',
    representative.authority ? authorityLabels[representative.authority] : '',
  ].filter((note) => note !== '')
  const note = notes.length > 0 ? `（${notes.join('，')}）` : ''
  return `${representativeKindLabels[representative.kind]} ${representative.name}${note}`
}

const representativeRows = (party: AgreementParty): Field[][] =>
  party.representatives.length === 0
    ? []
    : [whole('代理人', party.representatives.map(representativeText).join('；'))]

/** Order of the 2010 form: name, sex, ethnicity, age, occupation, telephone, unit or address (forms.md §1). */
const personRows = (party: AgreementParty): Field[][] => [
  [
    field('姓名', party.name, 1, 1),
    field('性别', party.sex && sexLabels[party.sex], 1, 1),
    field('民族', party.ethnicity, 1, 1),
    field('年龄', party.age === undefined ? '' : String(party.age), 1, 1),
  ],
  [field('职业或职务', party.occupation, 1, 1), field('联系方式', party.phone, 2, 4)],
  ...(party.idNumber ? [whole('公民身份号码', party.idNumber)] : []),
  whole(
    '单位或住址',
    [party.workUnit, party.address].filter((text) => text && text.trim() !== '').join('；'),
  ),
  ...representativeRows(party),
]

const organisationRows = (party: AgreementParty): Field[][] => [
  whole('名称', party.name),
  // Eighteen characters on one line: a broken code is misread.
  whole('统一社会信用代码', party.creditCode),
  whole('住所地', party.address),
  [
    field('法定代表人（负责人）', party.legalRepName, 1, 2),
    field('职务', party.legalRepTitle, 2, 3),
  ],
  whole('联系方式', party.phone),
  ...representativeRows(party),
]

export const partyBlock = (party: AgreementParty): Block => ({
  kind: 'fields',
  caption: partyRoleLabels[party.role],
  columns,
  rows: party.kind === 'person' ? personRows(party) : organisationRows(party),
})

/** A small party block never breaks over pages. */
export const partyBlocks = (parties: readonly AgreementParty[]): Block[] =>
  parties.map((party) => ({ kind: 'together', blocks: [partyBlock(party)] }))

/** Who signs for a party: an organisation through its legal representative, under its seal. */
export const partySignature = (party: AgreementParty): PartySignature => ({
  role: partyRoleLabels[party.role],
  name: party.name,
  ...(party.kind === 'organisation' ? { isOrganisation: true } : {}),
  representatives: [
    ...(party.kind === 'organisation' && party.legalRepName
      ? [`${representativeKindLabels.legalRepresentative} ${party.legalRepName}`]
      : []),
    ...party.representatives
      .filter((each) => each.name !== party.legalRepName)
      .map((each) => `${representativeKindLabels[each.kind]} ${each.name}`),
  ],
})

/** 申请人 张某，被申请人 某公司 */
export const partyList = (parties: readonly AgreementParty[]): string =>
  parties.map((party) => `${partyRoleLabels[party.role]} ${party.name}`).join('，')
