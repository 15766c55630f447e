import type { LocalDate } from '../local-date.ts'
import type { Signature, SigningCode, SigningReason } from './signing.ts'

/** What of a signature on screen its rules look at. */
export type ScreenSigned = Signature & {
  screen?: { paperSha256: string; witnessName: string } | undefined
}

const codesOf = (
  { capacity, manner, screen, signedOn, signerName }: ScreenSigned,
  paperSha256: string,
  today: LocalDate,
): SigningCode[] => {
  if (!manner.includes('screen')) return screen ? ['screenMannerMissing'] : []
  if (!screen) return ['screenStrokesMissing']
  const codes: SigningCode[] = []
  if (capacity === 'body') codes.push('bodyNotByScreen')
  if (screen.paperSha256 !== paperSha256) codes.push('changedText')
  if (signedOn !== today) codes.push('screenNotToday')
  const isForParty = capacity === 'party' || capacity === 'representative'
  if (isForParty && screen.witnessName.trim() === signerName.trim()) codes.push('witnessIsSigner')
  return codes
}

/**
 * A signature on screen is written now, under the very text in force, before somebody else; a seal is never drawn.
 * @law 《人民调解法》第二十九条第二款 (D2)
 * @policy issue 3 §4: strokes are bound to the digest of the exact paper, with witness and place
 */
export const reasonsNotToSignOnScreen = (
  signatures: readonly ScreenSigned[],
  paperSha256: string,
  today: LocalDate,
): SigningReason[] =>
  signatures.flatMap((signature, index) =>
    codesOf(signature, paperSha256, today).map((code): SigningReason => ({
      ruleId: 'D2',
      level: 'block',
      path: `signatures.${index}.screen`,
      code,
      details: { signerName: signature.signerName },
    })),
  )
