/** Always in sight in a practice centre. */
export function PracticeBand() {
  return (
    <aside className="app-band practice-band" aria-label="练习中心">
      练习中心 · 不作正式使用
    </aside>
  )
}
