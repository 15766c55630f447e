import { Lock, Users } from 'lucide-react'
import type { SessionRecord } from '#contract/sessions.ts'
import { partyRoleLabels, type PartyRole } from '#db/domain/party.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { openPartOf, type PartStart } from './open-part.ts'
import type { Parts } from './use-parts.ts'

type Props = { record: SessionRecord; parts: Parts; isHidden: boolean; onClose: () => void }

/** With whom alone: one digit begins. */
export function PartDialog({ record, parts, isHidden, onClose }: Props) {
  const part = openPartOf(record.parts)
  const begin = async (start: PartStart) => {
    await parts.begin(start)
    onClose()
  }
  return (
    <Dialog
      open={!isHidden}
      title="和谁谈？"
      failure={parts.failure}
      busy={parts.busy}
      onClose={onClose}
      cancelText="接着谈，不换"
    >
      <div className="session-part-choices">
        {record.parties.map((party, index) => (
          <Button
            key={party.id}
            block
            icon={<Lock aria-hidden="true" />}
            shortcut={index < 9 ? `${index + 1}` : undefined}
            busy={parts.busy}
            disabled={part?.kind === 'separate' && part.partyId === party.id}
            onClick={() => void begin({ kind: 'separate', partyId: party.id })}
          >
            单独谈话：{party.name}
            <span className="session-tag">{partyRoleLabels[party.role as PartyRole]}</span>
          </Button>
        ))}
        {part?.kind === 'separate' || part?.kind === 'pause' ? (
          <Button
            block
            kind="primary"
            icon={<Users aria-hidden="true" />}
            shortcut="0"
            busy={parts.busy}
            onClick={() => void begin({ kind: 'joint' })}
          >
            双方谈话
          </Button>
        ) : null}
      </div>
      <p className="session-hint">
        单独谈话的内容另外加密存放，只有承办调解员能看：不进笔录，不打印，不导出，对方和主任都看不到。请先请另一方到外面等。
      </p>
    </Dialog>
  )
}
