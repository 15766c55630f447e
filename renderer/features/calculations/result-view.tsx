import type { CalcLine, UsedParameter } from '#db/domain/labour/calc-sheet.ts'
import { capitalAmount, formatYuan } from '#db/domain/money.ts'
import { Tag } from '../../ui/status-tag.tsx'
import { payerWords, validityWords } from './calc-words.ts'
import type { Reckoned } from './use-calculation.ts'

/** A reckoning with all it rests on, as the annex prints it. */
export function ResultView({ result }: { result: Reckoned }) {
  return (
    <>
      <output className="calc-amount" aria-live="polite">
        <span className="calc-amount-figure nums">{formatYuan(result.amountFen)} 元</span>
        {result.per === 'month' ? <span>每月</span> : null}
        <span className="calc-amount-words">人民币{capitalAmount(result.amountFen)}</span>
      </output>
      <Grounds result={result} />
    </>
  )
}

/** A region that scrolls is reached by the keyboard too. */
function Grounds({ result }: { result: Reckoned }) {
  return (
    <div
      className="calc-result-body"
      role="group"
      aria-label="怎样算的"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
      tabIndex={0}
    >
      <h3>怎样算的</h3>
      <ol className="calc-lines">
        {result.lines.map((line) => (
          <Line key={line.text} line={line} />
        ))}
      </ol>
      <Warnings result={result} />
      {result.potential.map(({ text, fromFen, toFen }) => (
        <p key={text} className="calc-potential">
          <strong>可能另有，不计入：</strong>
          {formatYuan(fromFen)} 元至 {formatYuan(toFen)} 元。{text}
        </p>
      ))}
      {result.law.length > 0 ? (
        <>
          <h3>依据</h3>
          <ul className="calc-plain">
            {result.law.map((law) => (
              <li key={law}>{law}</li>
            ))}
          </ul>
        </>
      ) : null}
      <Parameters parameters={result.parameters} />
      {result.assumptions.length > 0 ? (
        <>
          <h3>按什么前提算</h3>
          <ul className="calc-plain">
            {result.assumptions.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      ) : null}
      {result.items?.map((item) => (
        <details key={item.calculator} className="calc-fold">
          <summary>{item.lines[0]?.text ?? item.calculator}</summary>
          <ol className="calc-lines">
            {item.lines.map((line) => (
              <Line key={line.text} line={line} />
            ))}
          </ol>
        </details>
      ))}
    </div>
  )
}

function Line({ line }: { line: CalcLine }) {
  return (
    <li>
      {line.text}
      {line.payer ? <span className="calc-payer">{payerWords[line.payer]}</span> : null}
    </li>
  )
}

function Warnings({ result }: { result: Reckoned }) {
  if (result.warnings.length === 0) return null
  return (
    <ul className="calc-warnings" aria-label="请留意">
      {result.warnings.map(({ code, text }) => (
        <li key={`${code} ${text}`}>
          <Tag tone="waiting" word="请留意" /> {text}
        </li>
      ))}
    </ul>
  )
}

function Parameters({ parameters }: { parameters: readonly UsedParameter[] }) {
  if (parameters.length === 0) return null
  return (
    <>
      <h3>用到的标准</h3>
      <ul className="calc-plain">
        {parameters.map((used) => (
          <li key={`${used.key} ${used.variant} ${used.validFrom}`}>
            {used.name}
            {used.key === 'statutoryHolidays' ? null : (
              <>
                {' '}
                <strong className="nums">
                  {used.value}
                  {used.unit}
                </strong>
              </>
            )}
            <span className="muted">
              {' '}
              {used.document} {validityWords(used)}
            </span>{' '}
            {used.entered ? (
              <Tag tone="plain" word="本次录入" />
            ) : used.verified ? null : (
              <Tag tone="waiting" word="未核对原文" />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
