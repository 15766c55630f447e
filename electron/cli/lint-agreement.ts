import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { lintAgreement as lint } from '#db/domain/agreement/lint/lint-agreement.ts'
import { lintMessage } from '#db/domain/agreement/lint/messages.ts'
import { localDateOf } from '#db/domain/local-date.ts'
import type { ReasonLevel } from '#db/domain/reason.ts'
import { loadLpr } from '#db/law.ts'
import { systemClock } from '#db/store/clock.ts'
import { readAgreementFile } from './agreement-file.ts'
import { Refusal } from './failure.ts'
import type { Arguments } from './verbs.ts'

const law = fileURLToPath(new URL('../../resources/law', import.meta.url))

export type LintLine = { rule: string; level: ReasonLevel; path: string; message: string }

/** What the screen would find in an agreement that lies in a file; no store is opened. */
export function lintAgreement(given: Arguments<'lint-agreement'>): LintLine[] {
  const read = readAgreementFile(readText(given.file))
  if (!read.ok) throw new Refusal({ code: 'cli.invalidFile', errors: read.errors })
  const { content, parties, facts } = read.file
  const { on, ...others } = facts
  const found = lint(content, parties, {
    ...others,
    today: on ?? localDateOf(systemClock.now()),
    lprTables: loadLpr(law),
  })
  return found.map((reason) => ({
    rule: reason.ruleId,
    level: reason.level,
    path: reason.path,
    message: lintMessage(reason, { parties }),
  }))
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new Refusal({ code: 'cli.fileNotReadable', details: { file } })
  }
}
