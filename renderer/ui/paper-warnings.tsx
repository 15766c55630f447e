import type { Unprintable } from '../lib/paper-preview.ts'
import { Notice } from './notice.tsx'
import { Tag } from './status-tag.tsx'
import './paper-frame.css'

type Props = { unprintable: readonly Unprintable[]; approximate: boolean }

/** What is better known before the paper comes out than after. */
export const PaperWarnings = ({ unprintable, approximate }: Props) => (
  <>
    {unprintable.length > 0 ? (
      <Notice tone="warning" title={`有 ${unprintable.length} 个字这台电脑打印不出来`}>
        <ul className="paper-characters">
          {unprintable.map(({ character, codePoint }) => (
            <li key={codePoint}>
              <span className="paper-character">{character}</span>
              <span className="nums">{codePoint}</span>
            </li>
          ))}
        </ul>
        打出来会是空格或者方框。请在这台电脑上装带这些字的字体再打，或者打印后用笔写上。
      </Notice>
    ) : undefined}
    {approximate ? (
      <Notice title={<Tag tone="waiting" word="大致样子" />}>
        这份文书用的是本单位的 Word 格式，在 Word、WPS 里换行可能稍有不同。要和 Word
        里一模一样，请存 Word 后在那里打印。
      </Notice>
    ) : undefined}
  </>
)
