import { weekday } from '#db/domain/local-date.ts'
import type { Fen } from '#db/domain/money.ts'
import { sexLabels } from '#db/domain/party.ts'
import { claimFields } from './case-fields.ts'
import { count, date, defineGroup, flag, list, long, money, names, text, time } from './fields.ts'
import { wholeSum, type FormData } from './form-data.ts'
import type {
  FormClosedSession,
  FormConsultation,
  FormLabour,
  FormLetter,
  FormMajorCase,
  FormMaterial,
  FormProceeding,
  FormReferral,
  FormRota,
  FormScreening,
  FormService,
  FormSubsidy,
  FormTermination,
  FormUrge,
} from './office-data.ts'

type Of<Name extends keyof FormData> = NonNullable<FormData[Name]>
type Row<List> = NonNullable<List> extends readonly (infer Each)[] ? Each : never

export const confirmationFields = defineGroup<Of<'confirmation'>>('确认', {
  法院: text(({ courtName }) => courtName),
  申请日期: date(({ appliedOn }) => appliedOn),
})

const reasonLabels: Readonly<Record<NonNullable<FormTermination['reason']>, string>> = {
  withdrawn: '当事人撤回申请或者要求终止',
  refused: '一方当事人拒绝调解',
  noAgreement: '未达成协议',
  deadline: '期限届满且未同意延长',
  unreachable: '无法联系当事人',
  notSigned: '达成协议后拒绝签名',
  notInScope: '不属于调解范围',
  transferred: '移送其他部门',
  other: '其他',
}

const reason = ({ reason: code }: { reason?: FormTermination['reason'] }) =>
  code && reasonLabels[code]

const limitationFields = defineGroup<Row<FormTermination['limitations']>>('时效', {
  事项: text(({ matter }) => matter),
  日期: date((each) => each.date),
  依据: text(({ source }) => source),
})

const remedyFields = defineGroup<Row<FormTermination['remedies']>>('途径', {
  内容: text(({ words }) => words),
  依据: text(({ source }) => source),
})

export const terminationFields = defineGroup<FormTermination>(
  '终止',
  {
    原因: text(reason),
    日期: date(({ endedOn }) => endedOn),
    说明: long(({ note }) => note),
  },
  {
    时效: list(limitationFields, ({ limitations }) => limitations),
    途径: list(remedyFields, ({ remedies }) => remedies),
  },
)

export const refusalFields = defineGroup<Of<'refusal'>>('不受理', {
  申请日期: date(({ appliedOn }) => appliedOn),
  原因: long((refusal) => refusal.reason),
  去向: long(({ whereToGo }) => whereToGo),
})

const materialFields = defineGroup<FormMaterial>('材料', {
  名称: text(({ name }) => name),
  份数: count(({ copies }) => copies),
  页数: count(({ pages }) => pages),
  备注: text(({ remark }) => remark),
})

export const letterFields = defineGroup<FormLetter>(
  '函件',
  {
    文号: text(({ number }) => number),
    主送: text(({ to }) => to),
    事由: text(({ subject }) => subject),
    简要情况: long(({ summary }) => summary),
    理由: long((letter) => letter.reason),
    时限: date(({ dueOn }) => dueOn),
    反馈要求: long(({ feedback }) => feedback),
    联系人: text(({ contactName }) => contactName),
    联系电话: text(({ contactPhone }) => contactPhone),
    日期: date((letter) => letter.date),
    风险等级: text(({ risk }) => risk),
    问题: long(({ problems }) => problems),
    法律依据: long(({ legalBasis }) => legalBasis),
    建议: long(({ advice }) => advice),
    措施: long(({ measures }) => measures),
    来文编号: text(({ theirNumber }) => theirNumber),
    来文日期: date(({ theirDate }) => theirDate),
    承办人: text(({ handlerName }) => handlerName),
  },
  { 材料: list(materialFields, ({ materials }) => materials) },
)

export const closedSessionFields = defineGroup<FormClosedSession>('不公开', {
  当事人要求: flag(({ atRequest }) => atRequest),
  涉及隐私: flag(({ privacy }) => privacy),
  涉及商业秘密: flag(({ tradeSecret }) => tradeSecret),
  敏感信息种类: text(({ sensitiveData }) => names(sensitiveData)),
  在场人员: text(({ presentNames }) => names(presentNames)),
})

/** No sum while one of the amounts is not known, nor of nothing. */
const sumOf = (amounts: readonly (Fen | undefined)[] | undefined): Fen | undefined => {
  const known = amounts?.filter((each) => each !== undefined) ?? []
  return known.length === amounts?.length ? wholeSum(known) : undefined
}

const workerFields = defineGroup<Row<FormLabour['workers']>>('职工', {
  姓名: text(({ name }) => name),
  证件号码: text(({ idNumber }) => idNumber),
  电话: text(({ phone }) => phone),
  金额: money(({ amountFen }) => amountFen),
})

const delegateFields = defineGroup<Row<FormLabour['delegates']>>('代表', {
  姓名: text(({ name }) => name),
  性别: text(({ sex }) => sex && sexLabels[sex]),
  证件号码: text(({ idNumber }) => idNumber),
  电话: text(({ phone }) => phone),
  岗位: text(({ position }) => position),
})

export const labourFields = defineGroup<FormLabour>(
  '劳动',
  {
    入职日期: date(({ employedOn }) => employedOn),
    已签合同: flag(({ hasContract }) => hasContract),
    未签合同: flag(({ hasContract }) => (hasContract === undefined ? undefined : !hasContract)),
    月工资: money(({ monthlyWageFen }) => monthlyWageFen),
    岗位: text(({ position }) => position),
    离职日期: date(({ leftOn }) => leftOn),
    争议日期: date(({ disputeOn }) => disputeOn),
    案件类别: text(({ caseClass }) => caseClass),
    共同请求: long(({ commonClaim }) => commonClaim),
    职工人数: count(({ workers }) => workers?.length),
    金额合计: money(({ workers }) => sumOf(workers?.map(({ amountFen }) => amountFen))),
  },
  {
    职工: list(workerFields, ({ workers }) => workers),
    代表: list(delegateFields, ({ delegates }) => delegates),
  },
)

export const majorCaseFields = defineGroup<FormMajorCase>('重大', {
  事项: text(({ matter }) => matter),
  涉及人数: count(({ peopleCount }) => peopleCount),
  涉及金额: money(({ amountFen }) => amountFen),
  起因: long(({ cause }) => cause),
  诉求: long(({ claims }) => claims),
  现状: long(({ state }) => state),
  措施: long(({ measures }) => measures),
  建议: long(({ advice }) => advice),
  报送单位: text(({ reportedBy }) => reportedBy),
  报送人: text(({ reporterName }) => reporterName),
  报送日期: date(({ reportedOn }) => reportedOn),
})

export const arbitralReviewFields = defineGroup<Of<'arbitralReview'>>('审查', {
  仲裁委员会: text(({ commissionName }) => commissionName),
})

export const paymentOrderFields = defineGroup<Of<'paymentOrder'>>('支付令', {
  法院: text(({ courtName }) => courtName),
  金额: money(({ amountFen }) => amountFen),
  依据: long(({ basis }) => basis),
  到期日期: date(({ dueOn }) => dueOn),
})

const proceedingFields = (name: string, office: string) =>
  defineGroup<FormProceeding>(
    name,
    {
      [office]: text(({ officeName }) => officeName),
      案由: text(({ cause }) => cause),
      事实: long(({ facts }) => facts),
      金额: money(({ amountFen }) => amountFen),
      依据: text(({ title }) => title),
    },
    { 请求: list(claimFields, ({ claims }) => claims) },
  )

export const suitFields = proceedingFields('起诉', '法院')
export const arbitrationFields = proceedingFields('仲裁', '仲裁委员会')
export const enforcementFields = proceedingFields('执行', '法院')

export const unionFields = defineGroup<Of<'union'>>('工会', {
  名称: text(({ name }) => name),
  主席: text(({ chair }) => chair),
  联系人: text(({ contact }) => contact),
  电话: text(({ phone }) => phone),
})

const servedFields = defineGroup<Row<FormService['documents']>>('送达文书', {
  名称: text(({ name }) => name),
  文号: text(({ number }) => number),
  份数: count(({ copies }) => copies),
})

export const serviceFields = defineGroup<FormService>(
  '送达',
  {
    受送达人: text(({ addressee }) => addressee),
    地点: text(({ place }) => place),
    方式: text(({ manner }) => manner),
    送达人: text(({ serverName }) => serverName),
    发送日期: date(({ sentOn }) => sentOn),
    备注: text(({ remark }) => remark),
  },
  { 送达文书: list(servedFields, ({ documents }) => documents) },
)

const factFields = defineGroup<string>('事实', { 内容: long((fact) => fact) })

export const referralFields = defineGroup<FormReferral>(
  '委派',
  {
    编号: text(({ number }) => number),
    法院: text(({ courtName }) => courtName),
    案由: text(({ cause }) => cause),
    法官: text(({ judgeName }) => judgeName),
    法官电话: text(({ judgePhone }) => judgePhone),
    收到日期: date(({ receivedOn }) => receivedOn),
    期限: date(({ dueOn }) => dueOn),
    已接受: flag(({ accepted }) => accepted),
    未接受: flag(({ accepted }) => (accepted === undefined ? undefined : !accepted)),
    不接受原因: long(({ refusedBecause }) => refusedBecause),
    结果: long(({ result }) => result),
    结束日期: date(({ endedOn }) => endedOn),
    终止原因: text(reason),
    增加成本的行为: long(({ costlyConduct }) => costlyConduct),
    争议焦点: long(({ issues }) => issues),
  },
  {
    无争议事实: list(factFields, ({ undisputedFacts }) => undisputedFacts),
    材料: list(materialFields, ({ materials }) => materials),
  },
)

const weekdays = '一二三四五六日'

const shiftFields = defineGroup<Row<FormRota['shifts']>>('班次', {
  日期: date((shift) => shift.date),
  星期: text((shift) => weekdays[weekday(shift.date) - 1]),
  时段: text(({ period }) => period),
  律师: text(({ lawyerName }) => lawyerName),
  律所: text(({ firm }) => firm),
  执业证号: text(({ licenceNumber }) => licenceNumber),
  电话: text(({ phone }) => phone),
  地点: text(({ place }) => place),
  替班人: text(({ substituteName }) => substituteName),
  签到: text(({ signedIn }) => signedIn),
  签退: text(({ signedOut }) => signedOut),
  人次: count(({ visitors }) => visitors),
  备注: text(({ remark }) => remark),
})

const totalFields = defineGroup<Row<FormRota['totals']>>('统计', {
  律师: text(({ lawyerName }) => lawyerName),
  班次数: count(({ shifts }) => shifts),
  人次: count(({ visitors }) => visitors),
})

export const rotaFields = defineGroup<FormRota>(
  '值班',
  {
    标题: text(({ title }) => title),
    开始日期: date(({ from }) => from),
    结束日期: date(({ to }) => to),
    地点: text(({ place }) => place),
  },
  {
    班次: list(shiftFields, ({ shifts }) => shifts),
    统计: list(totalFields, ({ totals }) => totals),
  },
)

export const consultationFields = defineGroup<FormConsultation>('咨询', {
  编号: text(({ number }) => number),
  时间: time(({ at }) => at),
  方式: text(({ manner }) => manner),
  姓名: text(({ name }) => name),
  性别: text(({ sex }) => sex && sexLabels[sex]),
  年龄: count(({ age }) => age),
  电话: text(({ phone }) => phone),
  住址: text(({ address }) => address),
  单位: text(({ workUnit }) => workUnit),
  身份类别: text(({ identity }) => identity),
  对方当事人: text(({ otherSide }) => otherSide),
  事项类别: text(({ category }) => category),
  事实与诉求: long(({ facts }) => facts),
  提供材料: text(({ materials }) => materials),
  解答意见: long(({ answer }) => answer),
  处理结果: text(({ outcome }) => outcome),
  律师: text(({ lawyerName }) => lawyerName),
  满意度: text(({ satisfaction }) => satisfaction),
  未出示证件: flag(({ withoutId }) => withoutId),
})

export const screeningFields = defineGroup<FormScreening>('排查', {
  事件名称: text(({ title }) => title),
  发生日期: date(({ happenedOn }) => happenedOn),
  发生地点: text(({ place }) => place),
  事件规模: text(({ scale }) => scale),
  事件类别: text(({ category }) => category),
  涉及人数: count(({ peopleCount }) => peopleCount),
  事件简述: long(({ summary }) => summary),
  涉及单位: text(({ units }) => units),
  证件代码: text(({ idKind }) => idKind),
  证件号码: text(({ idNumber }) => idNumber),
  姓名: text(({ name }) => name),
  性别: text(({ sex }) => sex && sexLabels[sex]),
  民族: text(({ ethnicity }) => ethnicity),
  学历: text(({ education }) => education),
  人员类别: text(({ personKind }) => personKind),
  居住详址: text(({ address }) => address),
  化解时限: date(({ dueOn }) => dueOn),
  化解方式: text(({ manner }) => manner),
  化解组织: text(({ organisation }) => organisation),
  责任人: text(({ responsibleName }) => responsibleName),
  责任人电话: text(({ responsiblePhone }) => responsiblePhone),
  化解成功: flag(({ solved }) => solved),
  化解未成功: flag(({ solved }) => (solved === undefined ? undefined : !solved)),
  化解情况: long(({ solution }) => solution),
  考评日期: date(({ assessedOn }) => assessedOn),
  考评意见: long(({ assessment }) => assessment),
  经纬度: text(({ coordinates }) => coordinates),
  所属网格: text(({ grid }) => grid),
})

const yesNo = (value: boolean | undefined) =>
  value === undefined ? undefined : value ? '是' : '否'

const subsidyRowFields = defineGroup<Row<FormSubsidy['rows']>>('申报', {
  案号: text(({ caseNumber }) => caseNumber),
  纠纷类型: text(({ disputeType }) => disputeType),
  难易等级: text(({ difficulty }) => difficulty),
  协议金额: money(({ agreedFen }) => agreedFen),
  履行情况: text(({ performance }) => performance),
  卷宗合格: text(({ dossierPassed }) => yesNo(dossierPassed)),
  系统编号: text(({ entryNumber }) => entryNumber),
  补贴金额: money(({ subsidyFen }) => subsidyFen),
})

export const subsidyFields = defineGroup<FormSubsidy>(
  '补贴',
  {
    申报人: text(({ applicantName }) => applicantName),
    等级: text(({ level }) => level),
    申报日期: date(({ appliedOn }) => appliedOn),
    审核人: text(({ reviewerName }) => reviewerName),
    件数: count(({ rows }) => rows?.length),
    合计金额: money(({ rows }) => sumOf(rows?.map(({ subsidyFen }) => subsidyFen))),
  },
  { 申报: list(subsidyRowFields, ({ rows }) => rows) },
)

const urgedFields = defineGroup<NonNullable<FormUrge['items']>[number]>('款项', {
  内容: text(({ matter }) => matter),
  应付日期: date(({ dueOn }) => dueOn),
  应付金额: money(({ dueFen }) => dueFen),
  已付金额: money(({ paidFen }) => paidFen),
  未付金额: money(({ leftFen }) => leftFen),
  逾期天数: count(({ daysLate }) => daysLate),
})

export const urgeFields = defineGroup<FormUrge>(
  '催促',
  {
    债务人: text(({ debtorName }) => debtorName),
    债权人: text(({ creditorName }) => creditorName),
    限期: date(({ performBy }) => performBy),
    后果: text(({ consequence }) => consequence),
    合计: money(({ totalFen }) => totalFen),
  },
  { 款项: list(urgedFields, ({ items }) => items) },
)
