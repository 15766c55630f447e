import { useEffect, useRef, useState } from 'react'
import { wordingKindLabels } from '../../lib/labels/templates.ts'
import { Button } from '../../ui/button.tsx'
import { TextAreaField } from '../../ui/text-area-field.tsx'
import { shownParts } from './tag-parts.ts'
import { isLeftOut, withText, type WordingDraft, type Wordings } from './wording-draft.ts'

/** A text that the last attempt was refused for, and why. */
export type WrongText = { place: string; words: string }

type Props = {
  wordings: Wordings
  draft: WordingDraft
  wrong: WrongText | undefined
  onChange: (draft: WordingDraft) => void
}

/** Every printed text of the form in its order, each changed where it stands. */
export const WordingTexts = ({ wordings, draft, wrong, onChange }: Props) => {
  const [openPath, setOpenPath] = useState<string>()
  return (
    <ol className="templates-texts" aria-label="文书上的字">
      {wordings.texts.map((wording) => (
        <WordingLine
          key={wording.path}
          wording={wording}
          text={draft.texts[wording.path]}
          isLeftOut={isLeftOut(wording.path, draft, wordings.lists)}
          wrongWords={wording.path === wrong?.place ? wrong.words : undefined}
          isOpen={wording.path === openPath}
          onOpen={(open) => setOpenPath(open ? wording.path : undefined)}
          onChange={(text) => onChange(withText(draft, wording.path, text, wording.text))}
        />
      ))}
    </ol>
  )
}

type LineProps = {
  wording: Wordings['texts'][number]
  /** What it was changed to; undefined as it was. */
  text: string | undefined
  isLeftOut: boolean
  wrongWords: string | undefined
  isOpen: boolean
  onOpen: (open: boolean) => void
  onChange: (text: string) => void
}

const WordingLine = (props: LineProps) => {
  const { wording, text, isOpen, wrongWords } = props
  const isWrong = wrongWords !== undefined
  const label = wordingKindLabels[wording.kind]
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isWrong) line.current?.scrollIntoView({ block: 'center' })
  }, [isWrong])
  useEffect(() => {
    if (!isOpen) return undefined
    // The box has its height only after it was measured.
    const timer = setTimeout(() => line.current?.scrollIntoView({ block: 'center' }), 0)
    return () => clearTimeout(timer)
  }, [isOpen])
  const classes = [
    'templates-text',
    isWrong ? 'templates-text-wrong' : '',
    props.isLeftOut ? 'templates-text-out' : '',
  ]
  if (isOpen)
    return (
      <li ref={line} className={classes.join(' ')}>
        <div className="templates-text-edit">
          <TextAreaField
            label={label}
            value={text ?? wording.text}
            autoFocus
            minRows={2}
            maxLength={4000}
            error={wrongWords}
            hint="花括号和里面的名称请留着，打印时会换成案件里的内容。"
            onChange={props.onChange}
          />
          <div className="tx-actions">
            <Button kind="primary" onClick={() => props.onOpen(false)}>
              写好这一处
            </Button>
            <Button
              disabled={text === undefined}
              onClick={() => {
                props.onChange(wording.text)
                props.onOpen(false)
              }}
            >
              恢复原来的字
            </Button>
          </div>
        </div>
      </li>
    )
  return (
    <li ref={line} className={classes.join(' ')}>
      <span className="templates-text-kind">{label}</span>
      <span className="templates-text-words">
        <ShownText text={text ?? wording.text} />
        {text === undefined ? undefined : <span className="templates-changed">已改，还没有存</span>}
        {props.isLeftOut ? <span className="templates-changed">不印</span> : undefined}
        {isWrong ? <span className="templates-wrong-words">{wrongWords}</span> : undefined}
      </span>
      <Button
        aria-label={`改“${(text ?? wording.text).slice(0, 20)}”`}
        onClick={() => props.onOpen(true)}
      >
        改
      </Button>
    </li>
  )
}

/** Words as they print, names that are filled in on a ground of their own. */
export const ShownText = ({ text }: { text: string }) => (
  <>
    {shownParts(text).map((part, index) =>
      'tag' in part ? (
        // By place: the same name may stand twice in one text.
        <span key={index} className="templates-chip">
          {part.tag}
        </span>
      ) : (
        part.words
      ),
    )}
  </>
)
