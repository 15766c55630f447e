import { useAsk, useRun } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { channelWords, peopleToTell, toldWords, type PersonToTell } from './notice-words.ts'

/** Without `rotaId` those of every rota. */
type Props = { rotaId?: string; onClose: () => void }

const channels = ['phone', 'message', 'inPerson'] as const

/** Whom to tell what; each person is ticked off with how. */
export function NoticesDialog({ rotaId, onClose }: Props) {
  const asked = useAsk(
    'duties.notices',
    { ...(rotaId !== undefined && { rotaId }) },
    { fresh: true },
  )
  const tell = useRun('duties.told')
  const people = peopleToTell(asked.data ?? [])
  const waiting = people.filter(({ untold }) => untold.length > 0)
  const done = people.filter(({ untold }) => untold.length === 0)
  return (
    <Dialog
      title="通知名单"
      open
      onClose={onClose}
      width={900}
      failure={tell.failure}
      confirmFocused
    >
      <FailureNotice failure={asked.failure} />
      {asked.data ? (
        waiting.length === 0 ? (
          <Notice tone="done" title="所有人都告知了。" />
        ) : (
          <p>还有 {waiting.length} 人没有告知。打过电话、发过微信或当面说过以后，在这里记一下。</p>
        )
      ) : asked.failure ? null : (
        <Loading />
      )}
      <ul className="rota-told" aria-label="还没有告知">
        {waiting.map((person) => (
          <Person
            key={person.lawyerId}
            person={person}
            busy={tell.running}
            onTold={(channel) => void tell.run({ ids: person.untold, channel })}
          />
        ))}
      </ul>
      {done.length > 0 ? (
        <section aria-label="已告知">
          <h3>已告知 {done.length} 人</h3>
          <ul className="rota-told">
            {done.map(({ lawyerId, name, words, told }) => (
              <li key={lawyerId}>
                <div>
                  <strong>{name}</strong>{' '}
                  <span className="muted">{told ? toldWords(told, today()) : ''}</span>
                  <div className="muted">{words}</div>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Dialog>
  )
}

type PersonProps = {
  person: PersonToTell
  busy: boolean
  onTold: (channel: (typeof channels)[number]) => void
}

function Person({ person, busy, onTold }: PersonProps) {
  return (
    <li>
      <div>
        <strong>{person.name}</strong> <span className="nums">{person.phone}</span>
        <div className="muted">{person.words}</div>
      </div>
      <div className="row">
        {channels.map((channel) => (
          <Button
            key={channel}
            disabled={busy}
            aria-label={`${person.name}：${channelWords[channel]}`}
            onClick={() => onTold(channel)}
          >
            {channelWords[channel]}
          </Button>
        ))}
      </div>
    </li>
  )
}
