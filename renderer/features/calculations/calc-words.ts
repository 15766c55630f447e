import type { CalcName } from '#db/domain/labour/calc-names.ts'
import { calcTitles } from '#db/domain/labour/calc-names.ts'
import type { Payer } from '#db/domain/labour/calc-sheet.ts'
import { alternatives } from '#db/domain/labour/claim-sheet.ts'
import type { LocalDate } from '#db/domain/local-date.ts'

export const payerWords = {
  fund: '工伤保险基金付',
  employer: '用人单位付',
} as const satisfies Record<Payer, string>

type Validity = { validFrom?: LocalDate | undefined; validTo?: LocalDate | undefined }

/** 2026-01-01 起; both days are included. */
export const validityWords = ({ validFrom, validTo }: Validity): string => {
  if (validFrom === undefined) return ''
  return validTo === undefined ? `${validFrom} 起有效` : `${validFrom} 至 ${validTo} 有效`
}

/** Why this claim cannot be added to those that are in the sheet already; undefined when it can. */
export const excludedBy = (
  name: CalcName,
  chosen: readonly CalcName[],
): { other: CalcName; text: string } | undefined => {
  for (const { names, text } of alternatives) {
    const group: readonly CalcName[] = names
    const other = group.includes(name) ? chosen.find((one) => group.includes(one)) : undefined
    if (other) return { other, text }
  }
  return undefined
}

/** 违法解除或终止赔偿金（2N）（与经济补偿（N）只能选一项） */
export const claimOption = (name: CalcName, chosen: readonly CalcName[]): string => {
  const excluded = excludedBy(name, chosen)
  if (!excluded) return calcTitles[name]
  return excluded.other === name
    ? `${calcTitles[name]}（已在汇总里）`
    : `${calcTitles[name]}（与${calcTitles[excluded.other]}只能选一项）`
}
