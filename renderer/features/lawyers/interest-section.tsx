import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Firm } from '#contract/lawyers.ts'
import { useRun } from '../../lib/ask.ts'
import { maskIdNumber } from '../../lib/format/mask.ts'
import { hasRole, useMe } from '../../lib/me.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import { sideLooks, stretchWords, type Interest } from './firm-form.ts'
import { InterestDialog } from './interest-dialog.tsx'

/** For and against whom a firm acts; matched with the parties of booked cases, whose names are told to nobody. */
export function InterestSection({ firm }: { firm: Firm }) {
  const isHead = hasRole(useMe(), 'head')
  const [opened, setOpened] = useState<{ interest?: Interest }>()
  const remove = useRun('firms.removeInterest')
  return (
    <Section
      title="代理谁、告谁"
      extra={
        isHead ? (
          <Button icon={<Plus aria-hidden="true" />} onClick={() => setOpened({})}>
            登记一条
          </Button>
        ) : null
      }
    >
      <div className="stack">
        <p className="hint">
          和预约案件的当事人比对：有证件号码的比号码，没有的比姓名。对上了，这家律所的律师就不排在那半天；值班表只标冲突，不写是哪个案件。
        </p>
        <FailureNotice failure={remove.failure} onClose={remove.clear} />
        {firm.interests.length === 0 ? <p className="muted">还没有登记。</p> : null}
        <ul className="lawyers-lines">
          {firm.interests.map((interest) => (
            <li key={interest.id} className="lawyers-line">
              <Tag {...sideLooks[interest.side]} />
              <strong>{interest.name}</strong>
              {interest.identityNumber ? (
                <span className="muted nums">{maskIdNumber(interest.identityNumber)}</span>
              ) : null}
              <span className="muted nums">{stretchWords(interest.fromOn, interest.toOn)}</span>
              {interest.note ? <span>{interest.note}</span> : null}
              {isHead ? (
                <span className="tx-actions">
                  <Button
                    aria-label={`修改${interest.name}`}
                    onClick={() => setOpened({ interest })}
                  >
                    修改
                  </Button>
                  <Button
                    aria-label={`删除${interest.name}`}
                    onClick={() =>
                      void remove.run({ id: interest.id, revision: interest.revision })
                    }
                  >
                    删除
                  </Button>
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      </div>
      {opened ? (
        <InterestDialog
          firmId={firm.id}
          interest={opened.interest}
          onClose={() => setOpened(undefined)}
        />
      ) : null}
    </Section>
  )
}
