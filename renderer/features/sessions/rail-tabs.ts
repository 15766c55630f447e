export type RailTab = 'people' | 'offers' | 'facts' | 'notes' | 'points'

type Tab = { tab: RailTab; label: string; combo: string }

/** In the order that F6 goes through; Ctrl+5 belongs to an input method. */
const tabs: readonly Tab[] = [
  { tab: 'people', label: '人员', combo: 'F2' },
  { tab: 'offers', label: '方案', combo: 'Ctrl+6' },
  { tab: 'facts', label: '无争议事实', combo: 'Ctrl+7' },
  { tab: 'notes', label: '私密备注', combo: 'Ctrl+8' },
  { tab: 'points', label: '要点', combo: 'Ctrl+9' },
]

/** Offers and private notes are behind the wall; without a panel of offers there is no such tab. */
export const railTabs = ({
  mayOpenWall,
  hasOffers,
}: {
  mayOpenWall: boolean
  hasOffers: boolean
}): readonly Tab[] =>
  tabs.filter(
    ({ tab }) =>
      (tab !== 'offers' || (mayOpenWall && hasOffers)) && (tab !== 'notes' || mayOpenWall),
  )

export const tabAfter = (shown: readonly Tab[], current: RailTab, by: 1 | -1): RailTab => {
  const index = shown.findIndex(({ tab }) => tab === current)
  return shown[(index + by + shown.length) % shown.length]?.tab ?? 'people'
}
