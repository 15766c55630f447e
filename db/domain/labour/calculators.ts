import { annualLeave, type AnnualLeaveInput } from './annual-leave.ts'
import type { CalcOutcome, Calculator } from './calc-sheet.ts'
import { doubleWage, type DoubleWageInput } from './double-wage.ts'
import {
  injuryAllowance,
  type InjuryAllowanceInput,
  injuryDisability,
  type InjuryDisabilityInput,
} from './injury-disability.ts'
import {
  injuryCare,
  type InjuryCareInput,
  injuryDeath,
  type InjuryDeathInput,
  injuryDependants,
  type InjuryDependantsInput,
  injurySuspensionPay,
  type SuspensionPayInput,
} from './injury-pay.ts'
import {
  defaultClause,
  type DefaultClauseInput,
  latePerformance,
  type LatePerformanceInput,
  type LoanCapInput,
  loanInterestCap,
  overdueInterest,
  type OverdueInterestInput,
} from './interest.ts'
import { overtime, type OvertimeInput } from './overtime.ts'
import type { LabourTables } from './parameters.ts'
import {
  nonCompete,
  type NonCompeteInput,
  trainingBond,
  type TrainingBondInput,
} from './penalties.ts'
import {
  type NoticeInput,
  type ServiceInput,
  severance,
  type SeveranceInput,
  severanceWithNotice,
  unlawfulTermination,
} from './severance.ts'
import {
  arrears,
  type ArrearsInput,
  deductionExcess,
  type DeductionInput,
  minimumWageTopUp,
  type ProbationInput,
  probationTopUp,
  type TopUpInput,
} from './arrears.ts'

/** What each calculator is asked; the names are permanent: stored results carry them. */
export type CalcInputs = {
  severance: SeveranceInput
  'severance-with-notice': NoticeInput
  'unlawful-termination': ServiceInput
  'double-wage': DoubleWageInput
  overtime: OvertimeInput
  arrears: ArrearsInput
  'minimum-wage-top-up': TopUpInput
  'probation-top-up': ProbationInput
  'deduction-excess': DeductionInput
  'injury-disability': InjuryDisabilityInput
  'injury-allowance': InjuryAllowanceInput
  'injury-suspension-pay': SuspensionPayInput
  'injury-care': InjuryCareInput
  'injury-death': InjuryDeathInput
  'injury-dependants': InjuryDependantsInput
  'annual-leave': AnnualLeaveInput
  'training-bond': TrainingBondInput
  'non-compete': NonCompeteInput
  'overdue-interest': OverdueInterestInput
  'loan-interest-cap': LoanCapInput
  'default-clause': DefaultClauseInput
  'late-performance': LatePerformanceInput
}

export type SingleCalcName = keyof CalcInputs

const runs: { [N in SingleCalcName]: Calculator<CalcInputs[N]> } = {
  severance,
  'severance-with-notice': severanceWithNotice,
  'unlawful-termination': unlawfulTermination,
  'double-wage': doubleWage,
  overtime,
  arrears,
  'minimum-wage-top-up': minimumWageTopUp,
  'probation-top-up': probationTopUp,
  'deduction-excess': deductionExcess,
  'injury-disability': injuryDisability,
  'injury-allowance': injuryAllowance,
  'injury-suspension-pay': injurySuspensionPay,
  'injury-care': injuryCare,
  'injury-death': injuryDeath,
  'injury-dependants': injuryDependants,
  'annual-leave': annualLeave,
  'training-bond': trainingBond,
  'non-compete': nonCompete,
  'overdue-interest': overdueInterest,
  'loan-interest-cap': loanInterestCap,
  'default-clause': defaultClause,
  'late-performance': latePerformance,
}

/**
 * Runs one calculator by its name.
 * @policy labour-calculators.md §0: the law stands at each calculator
 */
export const calculateOne = <N extends SingleCalcName>(
  name: N,
  input: CalcInputs[N],
  tables: LabourTables,
): CalcOutcome => runs[name](input, tables)
