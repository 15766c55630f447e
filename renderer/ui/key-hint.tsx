const spoken: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  Space: '空格',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
}

/** The key beside its button; not part of the button's name. */
export function KeyHint({ combo }: { combo: string }) {
  const text = combo
    .split('+')
    .map((part) => spoken[part] ?? part)
    .join('+')
  return (
    <kbd className="tx-key" aria-hidden="true">
      {text}
    </kbd>
  )
}
