import { useState } from 'react'
import type { LocalDate } from '#db/domain/local-date.ts'
import { useAsk } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { hasRole, useMe } from '../../lib/me.ts'
import { DateField } from '../../ui/date-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { CountsPanel } from './counts-panel.tsx'
import { useLawyers } from './use-lawyers.ts'

/** 接待计数: whoever is at the desk today, or another lawyer or day. */
export function CountsView() {
  const me = useMe()
  const [day, setDay] = useState<LocalDate | undefined>(today)
  const [chosen, setChosen] = useState<string>()
  const date = day ?? today()
  const { data } = useAsk('consultations.lawyers', { date })
  const options = useLawyers(date)
  const [first] = data ?? []
  const isLawyer = hasRole(me, 'lawyer')
  const lawyerId = chosen ?? (first?.onDuty || isLawyer ? first?.id : undefined)
  const isAhead = day !== undefined && day > today()
  if (data && data.length === 0)
    return (
      <EmptyState
        text={
          isLawyer
            ? '您的账号还没有对上律师名册。请中心主任在 设置 → 律师 里把账号连上。'
            : '名册里还没有律师。请中心主任在 设置 → 律师 里登记。'
        }
      />
    )
  return (
    <div className="stack">
      <div className="consultations-filter">
        {isLawyer ? null : (
          <SelectField
            label="律师"
            options={options ?? []}
            value={lawyerId}
            onChange={setChosen}
            placeholder="请选择，可输入姓名首字母"
          />
        )}
        <DateField
          label="哪一天"
          value={day}
          onChange={setDay}
          error={isAhead ? '这一天还没有到' : undefined}
        />
      </div>
      {lawyerId === undefined ? (
        <EmptyState text="请先选律师。" />
      ) : isAhead || day === undefined ? null : (
        <CountsPanel lawyerId={lawyerId} date={day} />
      )}
    </div>
  )
}
