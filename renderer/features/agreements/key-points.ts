/** A point of the record as a sentence at the end of the facts, with the full stop it may lack. */
export const withPoint = (
  facts: string,
  { speaker, text }: { speaker: string; text: string },
): string => {
  const said = text.trim()
  const sentence = `${speaker}称：${said}${/[。！？；…]$/.test(said) ? '' : '。'}`
  const before = facts.trimEnd()
  return before === '' ? sentence : `${before}\n${sentence}`
}
