import { seeTable } from '#db/domain/agreement/clause-text.ts'
import type { BodySettings } from '#db/domain/body-settings.ts'
import { formatChineseTime, localDateOf, yearOf } from '#db/domain/local-date.ts'
import {
  authorityLabels,
  partyRoleLabels,
  representativeKindLabels,
  sexLabels,
} from '#db/domain/party.ts'
import { partySignature, representativeText } from '../party-block.ts'
import { paragraphsOf } from '../paper.ts'
import { count, date, defineGroup, flag, list, long, money, names, text, time } from './fields.ts'
import type {
  AgentPower,
  FormAgent,
  FormAgreement,
  FormCase,
  FormClause,
  FormData,
  FormDossier,
  FormEvidence,
  FormInstalment,
  FormInvestigation,
  FormParty,
  FormPayment,
  FormPerformance,
  FormSession,
  FormVisit,
} from './form-data.ts'

export const bodyFields = defineGroup<BodySettings>('机构', {
  名称: text(({ fullName }) => fullName),
  简称: text(({ shortName }) => shortName),
  印章名称: text(({ sealName }) => sealName),
  抬头: text(({ letterhead, fullName }) => (letterhead.trim() === '' ? fullName : letterhead)),
  地址: text(({ address }) => address),
  电话: text(({ phone }) => phone),
})

export const paperFields = defineGroup<NonNullable<FormData['paper']>>('文书', {
  日期: date((paper) => paper.date),
  编号: text(({ number }) => number),
  份数: count(({ copies }) => copies),
  经办人: text(({ preparer }) => preparer),
})

/** The case with what the parties give to it. */
export type CaseOfForm = { of: FormCase; parties: readonly FormParty[] | undefined }

export const claimFields = defineGroup<string>('请求', { 内容: text((claim) => claim) })

const mediatorFields = defineGroup<string>('调解员', { 姓名: text((name) => name) })

const claimsOf = ({ claims, claim }: FormCase): readonly string[] | undefined =>
  claims ?? (claim === undefined ? undefined : paragraphsOf(claim))

export const caseFields = defineGroup<CaseOfForm>(
  '案件',
  {
    登记号: text(({ of }) => of.number),
    卷号: text(({ of }) => of.fileNumber),
    名称: text(({ of }) => of.title),
    年度: text(({ of }) => {
      const day = of.acceptedOn ?? of.appliedOn
      return day && String(yearOf(day))
    }),
    纠纷类型: text(({ of }) => of.disputeType),
    来源: text(({ of }) => of.source),
    主动调解: flag(({ of }) => of.ownMotion),
    依申请调解: flag(({ of }) => (of.ownMotion === undefined ? undefined : !of.ownMotion)),
    简要情况: long(({ of }) => of.narrative),
    申请事项: long(({ of }) => of.claim),
    申请日期: date(({ of }) => of.appliedOn),
    受理日期: date(({ of }) => of.acceptedOn),
    调解开始日期: date(({ of }) => of.startedOn),
    结案日期: date(({ of }) => of.closedOn),
    调解员: text(({ of }) => names(of.mediatorNames)),
    记录人: text(({ of }) => of.recorderName),
    登记人: text(({ of }) => of.registrarName),
    调解结果: text(({ of }) => of.result),
    履行情况: long(({ of }) => of.performance),
    金额: money(({ of }) => of.amountFen),
    涉及人数: count(({ of }) => of.peopleCount),
    难易等级: text(({ of }) => of.difficulty),
    风险等级: text(({ of }) => of.risk),
    承办人意见: long(({ of }) => of.mediatorOpinion),
    负责人意见: long(({ of }) => of.headOpinion),
    当事人名单: text(({ parties }) =>
      parties?.map(({ role, name }) => `${partyRoleLabels[role]} ${name}`).join('，'),
    ),
    当事人姓名: text(({ parties }) => names(parties?.map(({ name }) => name))),
  },
  {
    请求: list(claimFields, ({ of }) => claimsOf(of)),
    调解员: list(mediatorFields, ({ of }) => of.mediatorNames),
  },
)

const power = (wanted: AgentPower) => flag<FormAgent>(({ powers }) => powers?.includes(wanted))

const agentFields = defineGroup<FormAgent>('代理人', {
  姓名: text(({ name }) => name),
  类别: text(({ kind }) => representativeKindLabels[kind]),
  关系: text(({ relation }) => relation),
  权限: text(({ authority }) => authority && authorityLabels[authority]),
  一般授权: flag(({ authority }) => authority && authority === 'general'),
  特别授权: flag(({ authority }) => authority && authority === 'special'),
  性别: text(({ sex }) => sex && sexLabels[sex]),
  年龄: count(({ age }) => age),
  证件号码: text(({ idNumber }) => idNumber),
  电话: text(({ phone }) => phone),
  住址: text(({ address }) => address),
  单位: text(({ workUnit }) => workUnit),
  执业证号: text(({ licenceNumber }) => licenceNumber),
  可申请终止: power('applyOrEnd'),
  可举证: power('evidence'),
  可选调解员: power('chooseMediator'),
  可让步: power('concede'),
  可签署: power('sign'),
  可领取: power('collect'),
  其他权限: text(({ otherPowers }) => otherPowers),
})

const signerFields = defineGroup<string>('签名代表', { 内容: text((words) => words) })

/** Who signs for a party beside its name: an organisation through its legal representative. */
const signersOf = (party: FormParty): string[] =>
  partySignature({ ...party, representatives: [...party.representatives] }).representatives

export const partyFields = defineGroup<FormParty>(
  '当事人',
  {
    称谓: text((party) => partyRoleLabels[party.role]),
    姓名: text((party) => party.name),
    是单位: flag((party) => party.kind === 'organisation'),
    性别: text((party) => party.sex && sexLabels[party.sex]),
    民族: text((party) => party.ethnicity),
    年龄: count((party) => party.age),
    出生日期: date((party) => party.birthDate),
    证件号码: text((party) => party.idNumber),
    信用代码: text((party) => party.creditCode),
    职业: text((party) => party.occupation),
    电话: text((party) => party.phone),
    住址: text((party) => party.address),
    单位: text((party) => party.workUnit),
    单位或住址: text((party) =>
      [party.workUnit, party.address].filter((each) => each && each.trim() !== '').join('；'),
    ),
    法定代表人: text((party) => party.legalRepName),
    法定代表人职务: text((party) => party.legalRepTitle),
    有代理人: flag((party) => party.representatives.length > 0),
    代理人名单: text((party) => party.representatives.map(representativeText).join('；')),
    邮编: text((party) => party.postcode),
    电子邮箱: text((party) => party.email),
  },
  {
    代理人: list(agentFields, (party) =>
      party.representatives.filter(({ kind }) => kind === 'agent'),
    ),
    签名代表: list(signerFields, (party) => signersOf(party)),
  },
)

const contentsFields = defineGroup<NonNullable<FormDossier['contents']>[number]>('目录', {
  名称: text(({ title }) => title),
  页号: text(({ pages }) => pages),
  备注: text(({ remark }) => remark),
})

export const dossierFields = defineGroup<FormDossier>(
  '卷宗',
  {
    立卷人: text(({ compilerName }) => compilerName),
    立卷日期: date(({ compiledOn }) => compiledOn),
    保管期限: text(({ retention }) => retention),
    备注: text(({ remark }) => remark),
    检查人: text(({ checkerName }) => checkerName),
    检查日期: date(({ checkedOn }) => checkedOn),
    审核人: text(({ reviewerName }) => reviewerName),
    审核日期: date(({ reviewedOn }) => reviewedOn),
    档号: text(({ archiveNumber }) => archiveNumber),
    页数: count(({ pages }) => pages),
    件数: count(({ documents }) => documents),
    缺件说明: long(({ missing }) => missing),
    补件说明: long(({ late }) => late),
    破损说明: long(({ damaged }) => damaged),
    载体说明: long(({ media }) => media),
    其他说明: long(({ otherNotes }) => otherNotes),
  },
  { 目录: list(contentsFields, ({ contents }) => contents) },
)

const investigatorFields = defineGroup<string>('调查人', { 姓名: text((name) => name) })

const spokenFields = defineGroup<{ speaker: string; text: string }>('问答', {
  发言人: text(({ speaker }) => speaker),
  内容: long((line) => line.text),
})

/** 2026年11月22日 13:00至13:40 */
const spanOf = (startedAt: string, endedAt: string): string => {
  const [from, to] = [formatChineseTime(startedAt), formatChineseTime(endedAt)]
  const sameDay = localDateOf(startedAt) === localDateOf(endedAt)
  return `${from}至${sameDay ? to.slice(to.indexOf(' ') + 1) : to}`
}

export const investigationFields = defineGroup<FormInvestigation>(
  '调查',
  {
    时间: text(({ startedAt, endedAt }) => {
      if (startedAt && endedAt) return spanOf(startedAt, endedAt)
      return startedAt && formatChineseTime(startedAt)
    }),
    地点: text(({ place }) => place),
    参加人: text(({ attendees }) => attendees),
    事由: text(({ matter }) => matter),
    被调查人: text(({ interviewee }) => interviewee?.name),
    性别: text(({ interviewee }) => interviewee?.sex && sexLabels[interviewee.sex]),
    民族: text(({ interviewee }) => interviewee?.ethnicity),
    年龄: count(({ interviewee }) => interviewee?.age),
    职业: text(({ interviewee }) => interviewee?.occupation),
    电话: text(({ interviewee }) => interviewee?.phone),
    单位或住址: text(({ interviewee }) => interviewee?.workUnit ?? interviewee?.address),
    调查人: text(({ investigatorNames }) => names(investigatorNames)),
    记录人: text(({ recorderName }) => recorderName),
    已宣读: flag(({ readAloud }) => readAloud),
    已阅读: flag(({ readAloud }) => (readAloud === undefined ? undefined : !readAloud)),
  },
  {
    问答: list(spokenFields, ({ lines }) => lines),
    调查人: list(investigatorFields, ({ investigatorNames }) => investigatorNames),
  },
)

export const evidenceFields = defineGroup<FormEvidence>('证据', {
  名称: text(({ name }) => name),
  种类: text(({ kind }) => kind),
  来源: text(({ source }) => source),
  提供人: text(({ providerName }) => providerName),
  提供日期: date(({ providedOn }) => providedOn),
  是原件: flag(({ original }) => original),
  是复印件: flag(({ original }) => (original === undefined ? undefined : !original)),
  原件或复印件: text(({ original }) =>
    original === undefined ? undefined : original ? '原件' : '复印件',
  ),
  份数: count(({ copies }) => copies),
  页数: count(({ pages }) => pages),
  证明内容: text(({ proves }) => proves),
  备注: text(({ remark }) => remark),
})

export const sessionFields = defineGroup<FormSession>('谈话', {
  开始时间: time(({ startedAt }) => startedAt),
  结束时间: time(({ endedAt }) => endedAt),
  地点: text(({ place }) => place),
  是公开: flag(({ isOpen }) => isOpen),
  结果: text(({ result }) => result),
})

const instalmentFields = defineGroup<FormInstalment>('分期', {
  日期: date(({ dueOn }) => dueOn),
  金额: money(({ amountFen }) => amountFen),
  方式: text(({ method }) => method),
})

const clauseFields = defineGroup<FormClause>(
  '条款',
  {
    内容: long((clause) => clause.text),
    金额: money(({ amountFen }) => amountFen),
    分期支付: flag(({ instalments }) => instalments && instalments.length > 1),
  },
  { 分期: list(instalmentFields, ({ instalments }) => instalments) },
)

/** The words of a clause where its instalments do not follow in a table. */
export const withoutTable = (text: string): string =>
  text.replaceAll(seeTable, '，各期日期和金额见协议书。')

export const agreementFields = defineGroup<FormAgreement>(
  '协议',
  {
    编号: text(({ number }) => number),
    签订日期: date(({ signedOn }) => signedOn),
    生效日期: date(({ effectiveOn }) => effectiveOn),
    是口头: flag(({ oral }) => oral),
    主要事实: long(({ facts }) => facts),
    争议事项: long(({ issues }) => issues),
    各方责任: long(({ responsibilities }) => responsibilities),
    履行方式: long(({ manner }) => manner),
    履行期限: long(({ deadline }) => deadline),
    履行地点: long(({ place }) => place),
    份数: count(({ copies }) => copies),
    总金额: money(({ totalFen }) => totalFen),
    协议内容: long(({ clauses }) =>
      clauses?.map((clause, index) => `${index + 1}．${withoutTable(clause.text)}`).join('\n'),
    ),
  },
  {
    条款: list(clauseFields, ({ clauses }) => clauses),
    分期: list(instalmentFields, ({ clauses }) =>
      clauses?.flatMap(({ instalments }) => instalments ?? []),
    ),
  },
)

export const performanceFields = defineGroup<FormPerformance>('履行', {
  内容: text(({ matter }) => matter),
  付款人: text(({ payerName }) => payerName),
  收款人: text(({ payeeName }) => payeeName),
  应付日期: date(({ dueOn }) => dueOn),
  应付金额: money(({ dueFen }) => dueFen),
  实付日期: date(({ paidOn }) => paidOn),
  实付金额: money(({ paidFen }) => paidFen),
  方式: text(({ method }) => method),
  凭证: text(({ proof }) => proof),
  备注: text(({ remark }) => remark),
})

export const paymentFields = defineGroup<FormPayment>('收款', {
  付款人: text(({ payerName }) => payerName),
  收款人: text(({ payeeName }) => payeeName),
  金额: money(({ amountFen }) => amountFen),
  日期: date(({ paidOn }) => paidOn),
  方式: text(({ method }) => method),
  账户: text(({ account }) => account),
  事由: text(({ matter }) => matter),
  未付金额: money(({ leftFen }) => leftFen),
})

export const visitFields = defineGroup<FormVisit>('回访', {
  被访人: text(({ visitedName }) => visitedName),
  时间: time(({ at }) => at),
  方式: text(({ manner }) => manner),
  事由: text(({ reason }) => reason),
  履行情况: long(({ performance }) => performance),
  满意度: text(({ satisfaction }) => satisfaction),
  后续诉讼: long(({ laterSuit }) => laterSuit),
  调解不当: long(({ mistakes }) => mistakes),
  反复激化: long(({ recurrence }) => recurrence),
  采取措施: long(({ measures }) => measures),
  回访人: text(({ visitorNames }) => names(visitorNames)),
})
