import { useRun } from '../../lib/ask.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { type Ledger, type LedgerOffer, othersWords } from './offer-words.ts'
import { offerSentences } from './term-sentence.ts'
import { useReturnFocus } from './use-return-focus.ts'

type Props = { offer: LedgerOffer; ledger: Ledger; onClose: () => void }

function Sentences({ offer, ledger }: Omit<Props, 'onClose'>) {
  return (
    <ul className="offers-sentences offers-quoted">
      {offerSentences(offer, ledger.parties).map((sentence, index) => (
        <li key={`${index} ${sentence}`}>{sentence}</li>
      ))}
    </ul>
  )
}

/** Asks once more: what was told on cannot be called back. */
export function ReleaseDialog({ offer, ledger, onClose }: Props) {
  const release = useRun('offers.release')
  useReturnFocus()
  const tell = async () => {
    if (await release.run({ offerId: offer.id })) onClose()
  }
  return (
    <Dialog
      open
      title={`转告第${offer.ordinal}次方案`}
      onClose={onClose}
      onConfirm={() => void tell()}
      confirmText="转告对方"
      cancelText="先不转告"
      busy={release.running}
      failure={release.failure}
    >
      <p>
        <strong>转告后对方就能知道这个方案，不能收回。</strong>
      </p>
      <p>{othersWords(offer, ledger.parties)}会知道的是：</p>
      <Sentences offer={offer} ledger={ledger} />
      <p className="muted">您自己的备注不会转告。</p>
    </Dialog>
  )
}

export function WithdrawDialog({ offer, ledger, onClose }: Props) {
  const withdraw = useRun('offers.withdraw')
  useReturnFocus()
  const takeBack = async () => {
    if (await withdraw.run({ offerId: offer.id })) onClose()
  }
  return (
    <Dialog
      open
      title={`撤回第${offer.ordinal}次方案`}
      onClose={onClose}
      onConfirm={() => void takeBack()}
      confirmText="撤回方案"
      confirmKind="danger"
      cancelText="不撤回"
      busy={withdraw.running}
      failure={withdraw.failure}
    >
      <p>撤回后不能恢复，台账上会留下“已撤回”。要再提，就另记一次。</p>
      <Sentences offer={offer} ledger={ledger} />
    </Dialog>
  )
}
