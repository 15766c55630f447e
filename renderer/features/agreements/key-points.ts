/** A point of the record as a sentence at the end of the facts, with the full stop it may lack; a fact of both sides is nobody's saying. */
export const withPoint = (
  facts: string,
  {
    speaker,
    text,
    isUndisputed,
  }: { speaker: string; text: string; isUndisputed?: boolean | undefined },
): string => {
  const said = text.trim()
  const lead = isUndisputed ? '' : `${speaker}称：`
  const sentence = `${lead}${said}${/[。！？；…]$/.test(said) ? '' : '。'}`
  const before = facts.trimEnd()
  return before === '' ? sentence : `${before}\n${sentence}`
}
