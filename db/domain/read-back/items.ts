/** One piece that is read to the parties and stopped at for a yes of each. */
export type ReadBackItem = {
  /** Tells the pieces of one text apart; at most 50 characters. */
  key: string
  heading: string
  text: string
}

/**
 * One text for exactly these pieces; its digest is what an answer belongs to.
 * @policy issue 3 §4: a yes counts for the text that was read
 */
export const canonicalItems = (paper: 'minutes' | 'agreement', items: readonly ReadBackItem[]) =>
  JSON.stringify([
    'tanxin-read-back-v1',
    paper,
    items.map(({ key, heading, text }) => [key, heading, text]),
  ])

export type ReadBackAnswer = { item: string; partyId: string; answer: 'yes' | 'no' }

/**
 * The last answer of each party to each piece; answers come oldest first.
 * @policy issue 3 §4: a party may think again
 */
export const lastAnswers = <A extends ReadBackAnswer>(answers: readonly A[]): A[] => {
  const last = new Map<string, A>()
  for (const each of answers) {
    const key = `${each.partyId} ${each.item}`
    last.delete(key)
    last.set(key, each)
  }
  return [...last.values()]
}

/**
 * Every party's last word on every piece is yes.
 * @policy issue 3 §4; forms.md F09 向当事人宣读 (C9)
 */
export const isReadBackComplete = (
  items: readonly Pick<ReadBackItem, 'key'>[],
  parties: readonly { id: string }[],
  answers: readonly ReadBackAnswer[],
): boolean => {
  const said = new Set(
    lastAnswers(answers)
      .filter(({ answer }) => answer === 'yes')
      .map(({ partyId, item }) => `${partyId} ${item}`),
  )
  return (
    items.length > 0 &&
    parties.length > 0 &&
    parties.every(({ id }) => items.every(({ key }) => said.has(`${id} ${key}`)))
  )
}
