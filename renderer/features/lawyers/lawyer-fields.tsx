import type { Firm, Lawyer } from '#contract/lawyers.ts'
import { useAsk } from '../../lib/ask.ts'
import { CheckField } from '../../ui/check-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { PhoneField } from '../../ui/identity-fields.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextAreaField } from '../../ui/text-area-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { LawyerDraft, lawyerProblems } from './lawyer-form.ts'
import { fieldSuggestions, languageSuggestions } from './word-suggestions.ts'
import { WeekGrid } from './week-grid.tsx'
import { WordsField } from './words-field.tsx'

type LawyerFieldsProps = {
  form: LawyerDraft
  set: (part: Partial<LawyerDraft>) => void
  problems: ReturnType<typeof lawyerProblems>
  lawyer: Lawyer | undefined
  lawyers: readonly Lawyer[]
  firms: readonly Firm[]
}

export function LawyerFields(props: LawyerFieldsProps) {
  return (
    <div className="stack">
      <PersonFields {...props} />
      <h3>能来的时段</h3>
      <WeekGrid value={props.form.weekly} onChange={(weekly) => props.set({ weekly })} />
      <h3>值多少</h3>
      <LimitFields {...props} />
      <h3>账号和名册</h3>
      <AccountFields {...props} />
    </div>
  )
}

function PersonFields({ form, set, problems, lawyer, lawyers, firms }: LawyerFieldsProps) {
  return (
    <>
      <div className="grid-2">
        <TextField
          label="姓名"
          required
          autoFocus={lawyer === undefined}
          maxLength={30}
          value={form.name}
          onChange={(name) => set({ name })}
          error={problems.name}
        />
        <SelectField
          label="律所"
          clearable
          options={firms.map(({ id, name, shortName }) => ({
            value: id,
            label: name,
            keywords: shortName,
          }))}
          value={form.firmId}
          onChange={(firmId) => set({ firmId })}
          hint={
            firms.length === 0
              ? '还没有律所：可以先存这位律师，返回名册在下面添加律所再来选'
              : '同一律所的利益关系会用来回避'
          }
        />
        <PhoneField
          value={form.phone}
          onChange={(phone) => set({ phone })}
          error={problems.phone}
        />
        <TextField
          label="方便联系的时间"
          maxLength={100}
          value={form.contactHours}
          onChange={(contactHours) => set({ contactHours })}
          placeholder="如 工作日晚上、先发微信"
        />
        <TextField
          label="执业证号"
          maxLength={40}
          value={form.licenceNumber}
          onChange={(licenceNumber) => set({ licenceNumber })}
        />
      </div>
      <div className="grid-2">
        <WordsField
          label="擅长"
          value={form.fields}
          onChange={(fields) => set({ fields })}
          error={problems.fields}
          suggestions={fieldSuggestions(lawyers)}
        />
        <WordsField
          label="语言和方言"
          value={form.languages}
          onChange={(languages) => set({ languages })}
          error={problems.languages}
          suggestions={languageSuggestions(lawyers)}
        />
      </div>
    </>
  )
}

function LimitFields({ form, set, problems }: LawyerFieldsProps) {
  return (
    <>
      <div className="lawyers-three">
        <TextField
          label="一周最多（班）"
          inputMode="numeric"
          value={form.perWeek}
          onChange={(perWeek) => set({ perWeek })}
          error={problems.perWeek}
          hint="空着就不限"
        />
        <TextField
          label="一个月最多（班）"
          inputMode="numeric"
          value={form.perMonth}
          onChange={(perMonth) => set({ perMonth })}
          error={problems.perMonth}
          hint="空着就不限"
        />
        <TextField
          label="两次值班之间至少空（天）"
          inputMode="numeric"
          value={form.restDays}
          onChange={(restDays) => set({ restDays })}
          error={problems.restDays}
          hint="0 就是可以连着值"
        />
        <TextField
          label="分担比例（%）"
          inputMode="numeric"
          value={form.sharePercent}
          onChange={(sharePercent) => set({ sharePercent })}
          error={problems.sharePercent}
          hint="100 和大家一样，50 少一半"
        />
      </div>
      <CheckField
        label="愿意同一天上午、下午连着值"
        value={form.twiceADay}
        onChange={(twiceADay) => set({ twiceADay })}
      />
    </>
  )
}

function AccountFields({ form, set, problems, lawyer, lawyers }: LawyerFieldsProps) {
  const users = useAsk('users.list', {})
  const taken = new Set(
    lawyers.flatMap(({ id, userId }) => (userId && id !== lawyer?.id ? [userId] : [])),
  )
  const accounts = (users.data ?? []).filter(
    ({ id, role, active }) => role === 'lawyer' && (active || id === form.userId) && !taken.has(id),
  )
  return (
    <>
      <div className="grid-2">
        <SelectField
          label="登录账号"
          clearable
          options={accounts.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.userId}
          onChange={(userId) => set({ userId })}
          hint={
            accounts.length === 0
              ? '没有空着的志愿律师账号。要自己登录看班次、换班的，先到“设置 → 人员”添加'
              : '连上以后本人登录就能看班次、换班、请假'
          }
        />
        <DateField
          label="加入日期"
          required
          value={form.joinedOn}
          onChange={(joinedOn) => set({ joinedOn })}
          error={problems.joinedOn}
        />
        <DateField
          label="离任日期"
          value={form.leftOn}
          onChange={(leftOn) => set({ leftOn })}
          error={problems.leftOn}
          hint="从这天起不再排；记录都留着"
        />
      </div>
      <CheckField
        label="值班表上只有主任看得到是谁"
        value={form.headOnly}
        onChange={(headOnly) => set({ headOnly })}
        hint="别人和锁屏上只看到“值班律师”"
      />
      <TextAreaField
        label="备注"
        maxLength={500}
        value={form.note}
        onChange={(note) => set({ note })}
        hint="本人看不到"
      />
    </>
  )
}
