import type { SignatureCapacity } from '#db/domain/agreement/signing.ts'
import { formatChineseTime } from '#db/domain/local-date.ts'
import { drawingOf } from './drawing.ts'
import { drawingHeight } from './flow.ts'
import type { ScreenMark } from './paper.ts'

/** A signature on screen as the record keeps it. */
export type ScreenSignature = {
  capacity: SignatureCapacity
  partyId?: string | undefined
  signerName: string
  strokes: readonly (readonly { x: number; y: number }[])[]
  witnessName: string
  /** UTC instant. */
  signedAt: string
}

/** Points: the place for a party's signature, and the line of the others. */
const partyWidth = 110
const staffWidth = 76

type MarkOf = (signature: ScreenSignature, place: { width: number; name: string }) => ScreenMark

/** Marks of one paper, numbered as they are made. */
const marker = (): MarkOf => {
  let id = 0
  return ({ strokes, signerName, witnessName, signedAt }, { width, name }) => {
    id += 1
    const label = `${signerName}的屏幕签名`
    const signer = signerName.trim() === name.trim() ? '' : `（${signerName}）`
    return {
      drawing: drawingOf(strokes, { width, height: drawingHeight }, { id, label }),
      note: `屏幕签名${signer}，见证人 ${witnessName}`,
      time: formatChineseTime(signedAt),
    }
  }
}

type Signer = { screens?: ScreenMark[] }

const withMarks = <S extends Signer>(signer: S, marks: ScreenMark[]): S =>
  marks.length === 0 ? signer : { ...signer, screens: marks }

/** The places of a paper with what was signed on screen in each. */
export const markPlaces = <
  P extends Signer & { name: string },
  S extends Signer & { name: string },
>(
  signatures: readonly ScreenSignature[],
  parties: readonly { partyId: string; place: P }[],
  staff: readonly { capacity: SignatureCapacity; place: S }[],
): { parties: P[]; staff: S[] } => {
  const mark = marker()
  return {
    parties: parties.map(({ partyId, place }) =>
      withMarks(
        place,
        signatures
          .filter(
            (each) =>
              each.partyId === partyId &&
              (each.capacity === 'party' || each.capacity === 'representative'),
          )
          .map((each) => mark(each, { width: partyWidth, name: place.name })),
      ),
    ),
    staff: staff.map(({ capacity, place }) =>
      withMarks(
        place,
        signatures
          .filter(
            (each) =>
              each.capacity === capacity &&
              (capacity === 'recorder' || each.signerName.trim() === place.name.trim()),
          )
          .map((each) => mark(each, { width: staffWidth, name: place.name })),
      ),
    ),
  }
}
