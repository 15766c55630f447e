import { useMemo, useRef, useState } from 'react'
import { agreementChanges } from '#db/domain/agreement/changes.ts'
import { useAsk } from '../../lib/ask.ts'
import { CheckField } from '../../ui/check-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Section } from '../../ui/section.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import type { Named } from './change-words.ts'
import { ChangeList } from './change-list.tsx'
import { compareRows } from './compare-rows.ts'
import { showChange } from './compare-target.ts'
import { CompareView } from './compare-view.tsx'
import { firstPair, type VersionPair, versionLabel, type VersionText } from './version-words.ts'
import './agreements.css'

/** Every text that the agreement of a case has had, two of them side by side. */
export const VersionsScreen = ({ caseId }: { caseId: string }) => {
  const versions = useAsk('agreements.versions', { caseId })
  const record = useAsk('cases.get', { id: caseId })
  const failure = versions.failure ?? record.failure
  const texts = versions.previous ? undefined : versions.data
  const parties = record.previous ? undefined : record.data?.partyRecords
  const first = texts && firstPair(texts)
  return (
    <Screen title="版本对照" subtitle={record.data?.title} back>
      <FailureNotice failure={failure} />
      {failure || (texts && parties) ? undefined : <Loading />}
      {texts && !first ? (
        <EmptyState text="这份协议只有一个样子，还没有可以对照的。送审过、退回过或者做了新版本以后再来看。" />
      ) : undefined}
      {texts && first && parties ? (
        <Comparison texts={texts} first={first} parties={parties} />
      ) : undefined}
    </Screen>
  )
}

type Props = { texts: readonly VersionText[]; first: VersionPair; parties: readonly Named[] }

const Comparison = ({ texts, first, parties }: Props) => {
  const [pair, setPair] = useState(first)
  const [changedOnly, setChangedOnly] = useState(false)
  const view = useRef<HTMLDivElement>(null)
  const before = texts.find(({ key }) => key === pair.before) ?? texts.at(-1)
  const after = texts.find(({ key }) => key === pair.after) ?? texts[0]
  const changes = useMemo(
    () => (before && after ? agreementChanges(before.content, after.content) : []),
    [before, after],
  )
  if (!before || !after) return null
  const options = texts.map((text) => ({ value: text.key, label: versionLabel(text) }))
  const blocks = compareRows(before.content, after.content, parties)
  const shown = changedOnly ? blocks.filter(({ state }) => state !== 'same') : blocks
  return (
    <>
      <div className="agreement-compare-choice">
        <SelectField
          label="原来的"
          options={options}
          value={before.key}
          onChange={(key) => setPair({ ...pair, before: key ?? pair.before })}
        />
        <SelectField
          label="后来的"
          options={options}
          value={after.key}
          onChange={(key) => setPair({ ...pair, after: key ?? pair.after })}
        />
      </div>
      <Section title={changes.length === 0 ? '两份内容一样' : `改动 ${changes.length} 处`}>
        {changes.length === 0 ? (
          <p className="muted">文字、金额、日期都没有差别。</p>
        ) : (
          <>
            <p className="hint">
              <ins className="agreement-key">新加的</ins>带下划线，
              <del className="agreement-key">删去的</del>带删除线。按标题到那一处。
            </p>
            <ChangeList
              changes={changes}
              parties={parties}
              onJump={(change) => {
                if (view.current) showChange(view.current, change)
              }}
            />
          </>
        )}
      </Section>
      <Section
        title="全文对照"
        extra={
          changes.length > 0 ? (
            <CheckField label="只看有改动的" value={changedOnly} onChange={setChangedOnly} />
          ) : undefined
        }
      >
        <div ref={view}>
          <CompareView
            blocks={shown}
            names={{ before: versionLabel(before), after: versionLabel(after) }}
          />
        </div>
      </Section>
    </>
  )
}
