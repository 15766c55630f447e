import { useState } from 'react'
import { useGo } from '../../lib/navigation.ts'
import { Screen } from '../../ui/screen.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { CalculatorList, wantedCalculators } from './calculator-list.tsx'
import './calculations.css'

/** 计算: which sum is to be reckoned. Typing narrows the list, Enter opens the first. */
export function CalculatorsScreen() {
  const go = useGo()
  const [text, setText] = useState('')
  const [first] = wantedCalculators(text)
  return (
    <Screen title="计算" subtitle="按法定标准算出应得的数；算好可以存进案件，打印计算说明">
      <div className="form">
        <TextField
          label="算什么"
          hint="输入几个字查找，按 Enter 打开第一项"
          placeholder="如 经济补偿、加班、工伤"
          autoFocus
          value={text}
          onChange={setText}
          onEnter={() => {
            if (first) go({ to: 'calculator', name: first })
          }}
        />
      </div>
      <CalculatorList text={text} />
    </Screen>
  )
}
