import type { Reader } from '#db/schema.ts'
import type { TaskContext } from '../context.ts'
import { formShelf } from '../form-shelf.ts'

/** What a paper of a case is asked for with, out of a task. */
export const askingOf = ({ core, now, actor }: TaskContext, db: Reader) => ({
  db,
  actor: actor(),
  now,
  notice: core.notice,
  forms: formShelf(core),
  law: core,
})
