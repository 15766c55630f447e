import { useState } from 'react'
import type { RotaRequest } from '#contract/requests.ts'
import { useAsk, useRun } from '../../lib/ask.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { coverHint } from './request-options.ts'
import { requestSentence } from './request-words.ts'

/** `cover`: nobody was named, the head says who. */
export type Decision = 'approve' | 'decline' | 'cover'
type Props = {
  request: RotaRequest
  decision: Decision
  onDecided?: (approved: boolean) => void
  onClose: () => void
}

const titles = { approve: '同意', decline: '不同意', cover: '安排替班' } as const

/** The head's word; what it breaks is said before. */
export function DecideDialog({ request, decision, onDecided, onClose }: Props) {
  const decide = useRun('requests.decide')
  const [words, setWords] = useState('')
  const [partnerId, setPartnerId] = useState<string>()
  const [tried, setTried] = useState(false)
  const options = useAsk(
    'requests.options',
    { dutyId: request.duty?.dutyId ?? '' },
    { enabled: decision === 'cover' && request.duty !== undefined, fresh: true },
  )
  const covers = options.data?.covers ?? []
  const partner = covers.find(({ lawyerId }) => lawyerId === partnerId)
  const breaks = decision === 'cover' ? (partner?.breaks ?? []) : request.breaks
  const isAgainst = decision !== 'decline' && breaks.length > 0
  const confirm = async () => {
    setTried(true)
    if (decision === 'cover' && !partner) return
    const done = await decide.run({
      id: request.id,
      revision: request.revision,
      approve: decision !== 'decline',
      knowingly: isAgainst,
      ...(partner && { partnerId: partner.lawyerId }),
      words: words.trim(),
    })
    if (!done) return
    onClose()
    onDecided?.(decision !== 'decline')
  }
  return (
    <Dialog
      title={`${titles[decision]}：${requestSentence(request)}`}
      open
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmText={isAgainst ? `仍然${titles[decision]}` : titles[decision]}
      confirmFocused={decision === 'approve'}
      busy={decide.running}
      failure={decide.failure}
      width={760}
    >
      {decision === 'approve' && request.state === 'asked' ? (
        <Notice tone="warning">
          {request.partnerName} 还没有答复。同意前请先问过本人，同意后当即生效并要告知双方。
        </Notice>
      ) : null}
      {decision === 'cover' ? (
        <>
          <FailureNotice failure={options.failure} />
          {options.data ? (
            covers.length === 0 ? (
              <Notice tone="warning">
                {options.data.closed ? '这一班已经开始，不能再换。' : '名册上没有别的律师可以替。'}
              </Notice>
            ) : (
              <ChoiceField
                label="由谁替（排在前面的最公平、最合适）"
                vertical
                autoFocus
                required
                options={covers.slice(0, shownCovers).map((cover) => ({
                  value: cover.lawyerId,
                  label: `${cover.name} ${cover.firmName}`,
                  hint: coverHint(cover),
                }))}
                value={partnerId}
                onChange={setPartnerId}
                error={tried && !partner ? '请选一位' : undefined}
              />
            )
          ) : options.failure ? null : (
            <Loading />
          )}
        </>
      ) : null}
      {isAgainst ? (
        <Notice tone="warning" title="这样换会违反：">
          <ul className="tx-notice-list">
            {breaks.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <TextField
        label="说明（可不填）"
        value={words}
        onChange={setWords}
        maxLength={200}
        autoFocus={decision === 'decline'}
      />
    </Dialog>
  )
}

const shownCovers = 12
