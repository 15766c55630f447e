import { Big } from 'big.js'
import { type Fen, formatYuan, roundHalfUp } from '../money.ts'

export type ArrearsInput = {
  monthlyFen: Fen
  fullMonths: number
  /** Days worked in the month that is not full. */
  extraDays: number
  paidFen: Fen
}

export type ArrearsLine = {
  code: 'fullMonths' | 'extraDays' | 'gross' | 'paid' | 'arrears'
  /** The arithmetic in yuan, such as 4,800.00÷21.75×12. */
  formula: string
  amountFen: Fen
}

export type ArrearsResult = {
  amountFen: Fen
  grossFen: Fen
  lines: ArrearsLine[]
  assumptions: 'partMonthByPayDays'[]
  warnings: 'paidMoreThanDue'[]
  version: number
}

const requireCount = (value: number, name: string): void => {
  if (!Number.isFinite(value) || value < 0) throw new RangeError(`${name}: ${value}`)
}

/**
 * Unpaid wages: full months, plus the part month at monthly pay ÷ pay days × days, less what was paid.
 * Rounded half up to a fen at each line, not in between; never below zero.
 * @param payDaysPerMonth the figure of the day as text, such as '21.75' (人社部发〔2025〕2号).
 * @law 《劳动法》第五十条;《劳动合同法》第三十条 (V11)
 * @throws RangeError on negative or broken input; an unknown input must not be passed as zero.
 */
export const wageArrears = (
  { monthlyFen, fullMonths, extraDays, paidFen }: ArrearsInput,
  payDaysPerMonth: string,
): ArrearsResult => {
  for (const [name, value] of Object.entries({ monthlyFen, fullMonths, extraDays, paidFen })) {
    requireCount(value, name)
  }
  const payDays = new Big(payDaysPerMonth)
  if (payDays.lte(0)) throw new RangeError(`pay days: ${payDaysPerMonth}`)
  const monthly = formatYuan(monthlyFen)
  const fullFen = roundHalfUp(new Big(monthlyFen).times(fullMonths))
  // Multiplied before divided: big.js cuts a quotient at 20 places.
  const extraFen = roundHalfUp(new Big(monthlyFen).times(extraDays).div(payDays))
  const grossFen = fullFen + extraFen
  const amountFen = Math.max(0, grossFen - paidFen)
  return {
    amountFen,
    grossFen,
    lines: [
      { code: 'fullMonths', formula: `${monthly}×${fullMonths}`, amountFen: fullFen },
      {
        code: 'extraDays',
        formula: `${monthly}÷${payDaysPerMonth}×${extraDays}`,
        amountFen: extraFen,
      },
      {
        code: 'gross',
        formula: `${formatYuan(fullFen)}+${formatYuan(extraFen)}`,
        amountFen: grossFen,
      },
      { code: 'paid', formula: formatYuan(paidFen), amountFen: paidFen },
      {
        code: 'arrears',
        formula: `${formatYuan(grossFen)}-${formatYuan(paidFen)}`,
        amountFen,
      },
    ],
    assumptions: extraDays > 0 ? ['partMonthByPayDays'] : [],
    warnings: paidFen > grossFen ? ['paidMoreThanDue'] : [],
    version: 1,
  }
}
