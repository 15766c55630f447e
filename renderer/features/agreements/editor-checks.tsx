import type { AgreementParty } from '#db/domain/agreement/content.ts'
import { Button } from '../../ui/button.tsx'
import type { AgreementReason, ClauseForm } from './agreement-form.ts'
import { CheckList } from './check-list.tsx'
import type { ClauseTask } from './clause-tasks.ts'
import { focusField } from './field-target.ts'
import { byWeight, findingTextId } from './finding-list.tsx'
import { openWarnings, type PassedWords, warningKey } from './passed-warnings.ts'
import { whyPath } from './use-submission.ts'
import { WarningReason } from './warning-reason.tsx'

type Props = {
  reasons: readonly AgreementReason[]
  parties: readonly AgreementParty[]
  clauses: readonly ClauseForm[]
  words: PassedWords
  attempted: boolean
  onWords: (key: string, words: string) => void
  onTask: (task: ClauseTask) => void
}

/** What to look for in the library where a clause is wanting. */
const wanted: Readonly<Record<string, string>> = { defaultClauseMissing: '逾期' }

/** The check under the form: each finding leads to its field, each warning asks why it may stand. */
export const EditorChecks = (props: Props) => {
  const { reasons, parties, clauses, words, attempted, onWords, onTask } = props
  const objects = { clauses, parties }
  const open = openWarnings(byWeight(reasons), words, objects)
  const toNextOpen = (from: AgreementReason): void => {
    const rest = open.filter((one) => one !== from)
    const later = rest.find((one) => reasons.indexOf(one) > reasons.indexOf(from)) ?? rest[0]
    if (later) focusField(whyPath(later, objects))
  }
  return (
    <CheckList
      reasons={reasons}
      parties={parties}
      open={open.length}
      leads
      renderHelp={({ code, path }) =>
        Object.hasOwn(wanted, code) ? (
          <Button
            aria-describedby={findingTextId({ ruleId: '', level: 'warn', code, path })}
            onClick={() => onTask({ kind: 'library', query: wanted[code] ?? '' })}
          >
            从条款库加
          </Button>
        ) : undefined
      }
      renderBelow={(reason) => {
        const finding = reasons.find((one) => one === reason)
        if (!finding || finding.level !== 'warn') return undefined
        const key = warningKey(finding, objects)
        return (
          <WarningReason
            code={finding.code}
            path={whyPath(finding, objects)}
            value={words[key] ?? ''}
            asked={attempted}
            onChange={(text) => onWords(key, text)}
            onEnter={() => toNextOpen(finding)}
          />
        )
      }}
    />
  )
}
