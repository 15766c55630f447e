import type { OutputOf } from '../../lib/ask.ts'

export type ReadBack = OutputOf<'readBacks.get'>
type Answers = ReadBack['answers']

export const answerOf = (answers: Answers, item: string, partyId: string) =>
  answers.find((one) => one.item === item && one.partyId === partyId)

/** Every party said yes to this piece. */
export const isHeard = ({ answers, parties }: ReadBack, item: string): boolean =>
  parties.every(({ id }) => answerOf(answers, item, id)?.answer === 'yes')

/** Where to go on: the first piece that somebody has not said yes to, else the last one. */
export const placeToGoOn = (readBack: ReadBack): number => {
  const open = readBack.items.findIndex(({ key }) => !isHeard(readBack, key))
  return open === -1 ? Math.max(0, readBack.items.length - 1) : open
}

/** How many pieces everybody has heard and accepted. */
export const heardCount = (readBack: ReadBack): number =>
  readBack.items.filter(({ key }) => isHeard(readBack, key)).length

/** What the system voice is given: figures with commas are read as one number, brackets as pauses. */
export const spokenText = (heading: string, text: string): string =>
  `${heading}。${text}`
    .replaceAll(/(?<=\d),(?=\d{3})/g, '')
    .replaceAll(/[（(]¥[\d.]+[）)]/g, '')
    .replaceAll(/[（）()【】《》“”]/g, '，')
