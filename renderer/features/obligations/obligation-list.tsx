import { Fragment } from 'react'
import type { Obligation } from '#contract/obligations.ts'
import { paymentMethodLabel } from '#db/domain/agreement/content.ts'
import { formatYuan } from '#db/domain/money.ts'
import { formatDateWithWeekday, formatInstantShort } from '../../lib/format/date.ts'
import { obligationLooks } from '../../lib/labels/obligations.ts'
import type { StatusLook } from '../../lib/labels/status.ts'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import { isOpen, wayOf } from './payment-form.ts'

export type PerformanceLine = Obligation['performances'][number]

export type ObligationActions = {
  onRecord: (obligation: Obligation) => void
  onSetDue: (obligation: Obligation) => void
  onUndo: (obligation: Obligation, performance: PerformanceLine) => void
  onProof: (performance: PerformanceLine) => void
  onViewProof: (proof: PerformanceLine['proofs'][number]) => void
  onReceipt: (performance: PerformanceLine) => void
}

type ObligationListProps = ObligationActions & {
  obligations: readonly Obligation[]
  mayRecord: boolean
}

/** Every instalment and act with what was done of it, in the order of the agreement. */
export function ObligationList({ obligations, mayRecord, ...actions }: ObligationListProps) {
  const ways = new Set(obligations.filter(({ kind }) => kind === 'payment').map(wayOf))
  return (
    <div className="tx-table-frame">
      <table className="tx-table obligations-table" aria-label="各期履行情况">
        <thead>
          <tr>
            <th scope="col">约定的事项</th>
            <th scope="col" className="obligations-day">
              约定日期
            </th>
            <th scope="col" className="obligations-sum">
              应付（元）
            </th>
            <th scope="col" className="obligations-sum">
              已付（元）
            </th>
            <th scope="col" className="obligations-sum">
              还差（元）
            </th>
            <th scope="col" className="obligations-state">
              状态
            </th>
            <th scope="col" className="obligations-do">
              <span className="tx-unseen">办理</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {obligations.map((one) => (
            <Fragment key={one.id}>
              <ObligationRow
                one={one}
                showsWay={ways.size > 1}
                mayRecord={mayRecord}
                {...actions}
              />
              {one.performances.map((performance) => (
                <PerformanceRow
                  key={performance.id}
                  one={one}
                  performance={performance}
                  mayRecord={mayRecord}
                  {...actions}
                />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** An act without a day is not late and not early: it waits to be done. */
const lookOf = ({ state, dueOn }: Obligation): StatusLook =>
  state === 'open' && dueOn === undefined
    ? { word: '还没做', tone: 'plain' }
    : obligationLooks[state]

type RowProps = ObligationActions & { one: Obligation; mayRecord: boolean }

function ObligationRow({ one, showsWay, mayRecord, ...actions }: RowProps & { showsWay: boolean }) {
  const look = lookOf(one)
  const isPayment = one.kind === 'payment'
  const open = isOpen(one)
  return (
    <tr className={one.state === 'dropped' ? 'obligations-dropped' : undefined}>
      <td className="obligations-what">
        <div>{one.title}</div>
        {isPayment && showsWay ? <div className="obligations-text">{wayOf(one)}</div> : null}
        {one.droppedReason ? <div className="hint">{one.droppedReason}</div> : null}
      </td>
      <td className="nums">
        {one.dueOn ? formatDateWithWeekday(one.dueOn) : '没有约定'}
        {open && one.payBy && one.payBy !== one.dueOn ? (
          <div className="hint">那天休息，转账请在 {one.payBy} 前</div>
        ) : null}
      </td>
      {isPayment ? (
        <>
          <td className="nums obligations-sum">{formatYuan(one.amountFen ?? 0)}</td>
          <td className="nums obligations-sum">{formatYuan(one.paidFen)}</td>
          <td className="nums obligations-sum obligations-left">{formatYuan(one.leftFen)}</td>
        </>
      ) : (
        <td colSpan={3} className="obligations-text">
          {one.text}
        </td>
      )}
      <td>
        <Tag
          tone={look.tone}
          word={one.state === 'late' ? `${look.word} ${one.daysLate} 天` : look.word}
        />
      </td>
      <td>
        {mayRecord && open ? (
          <div className="row obligations-buttons">
            <Button
              aria-label={`${isPayment ? '登记付款' : '登记做到'} ${one.title}`}
              onClick={() => actions.onRecord(one)}
            >
              {isPayment ? '登记付款' : '登记做到'}
            </Button>
            {isPayment ? null : (
              <Button
                kind="link"
                aria-label={`定日期 ${one.title}`}
                onClick={() => actions.onSetDue(one)}
              >
                {one.dueOn ? '改日期' : '定日期'}
              </Button>
            )}
          </div>
        ) : null}
      </td>
    </tr>
  )
}

/** One payment under its instalment: day, way, slips, and what can be done with it. */
function PerformanceRow({
  one,
  performance,
  mayRecord,
  ...actions
}: RowProps & { performance: PerformanceLine }) {
  const { undone, proofs } = performance
  const isPayment = one.kind === 'payment'
  return (
    <tr className={undone ? 'obligations-paid obligations-undone' : 'obligations-paid'}>
      <td colSpan={3}>
        <span className="nums">{performance.doneOn}</span>{' '}
        {isPayment ? `付款，${paymentMethodLabel(performance.method) || '方式未写'}` : '已经做到'}
        {performance.note ? `，${performance.note}` : ''}
        <span className="hint">
          {' '}
          {performance.recordedByName} {formatInstantShort(performance.recordedAt)} 登记
        </span>
        {undone ? (
          <div>
            已撤销：{undone.reason}（{undone.byName} {formatInstantShort(undone.at)}）
          </div>
        ) : null}
        {proofs.length > 0 ? (
          <div className="row obligations-proofs">
            {proofs.map((proof) => (
              <Button
                key={proof.attachmentId}
                kind="link"
                aria-label={`看凭证 ${proof.name}`}
                onClick={() => actions.onViewProof(proof)}
              >
                {proof.name}
              </Button>
            ))}
          </div>
        ) : null}
      </td>
      <td className="nums obligations-sum">
        {performance.amountFen === undefined ? '' : formatYuan(performance.amountFen)}
      </td>
      <td colSpan={3}>
        {undone ? null : (
          <div className="row obligations-buttons">
            {isPayment ? (
              <Button kind="link" onClick={() => actions.onReceipt(performance)}>
                收条
              </Button>
            ) : null}
            {mayRecord ? (
              <>
                <Button kind="link" onClick={() => actions.onProof(performance)}>
                  补凭证
                </Button>
                <Button kind="link" onClick={() => actions.onUndo(one, performance)}>
                  撤销
                </Button>
              </>
            ) : null}
          </div>
        )}
      </td>
    </tr>
  )
}
