import { useAsk } from '../../lib/ask.ts'
import { hasRole, useMe } from '../../lib/me.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { RotaSetUp } from '../../ui/rota-set-up.tsx'
import { DeskSection } from './desk-section.tsx'
import './lawyers.css'
import { MarketSection } from './market-section.tsx'
import { OpeningSection } from './opening-section.tsx'
import { PairingSection } from './pairing-section.tsx'
import { RotaRules } from './rota-rules.tsx'

/** 设置 → 值班设置: desks and their hours, days that differ, pairs, and how the rota is kept. */
export function DeskSettings() {
  const isHead = hasRole(useMe(), 'head')
  const { data, failure } = useAsk('desks.all', {})
  if (!data) return failure ? <FailureNotice failure={failure} /> : <Loading />
  const { desks, openingDays, pairings, settings } = data
  return (
    <div className="sections">
      <RotaSetUp />
      <DeskSection desks={desks} />
      {desks.length > 0 ? (
        <>
          <MarketSection settings={settings} />
          <OpeningSection desks={desks} byHand={openingDays} />
          <PairingSection pairings={pairings} />
          {isHead ? <RotaRules settings={settings} /> : null}
        </>
      ) : null}
    </div>
  )
}
