import { z } from 'zod'
import { alarmCodes } from '#db/domain/errors.ts'
import { command, nothing, query, task } from './operation.ts'
import { bodySettings, filledLine, id, instant, password, role } from './values.ts'

const me = z.object({ userId: id, name: z.string(), role })
export type Me = z.infer<typeof me>

/** What the page may know before anybody signed in, and who is signed in here. */
const storeState = z.object({
  phase: z.enum(['none', 'locked', 'open']),
  bodyName: z.string(),
  practice: z.boolean(),
  /** `waitSeconds`: until this person may try a password again. */
  people: z.array(me.extend({ waitSeconds: z.int() })),
  me: me.optional(),
  alarms: z.array(z.object({ code: z.enum(alarmCodes) })),
})
const backupPreview = z.object({
  handle: z.string(),
  fileName: z.string(),
  createdAt: instant,
  bodyName: z.string(),
  caseCount: z.int(),
  lastCaseNumber: z.string(),
  people: z.array(me),
})

export const store = {
  state: task({ allow: 'anyone', touches: [], input: nothing, output: storeState }),
  /** First run: makes the store and its first head; the recovery key is shown once. */
  create: task({
    allow: 'anyone',
    touches: ['store'],
    input: z.strictObject({
      body: bodySettings,
      userName: filledLine(30),
      password,
      practice: z.boolean(),
    }),
    output: z.object({ recoveryKey: z.string() }),
  }),
  /** Prints or saves the recovery key's sheet; answers false when the dialog was cancelled. */
  putRecoveryKeyOnPaper: task({
    allow: 'anyone',
    touches: [],
    input: z.strictObject({
      recoveryKey: z.string().max(100),
      channel: z.enum(['printer', 'pdf']),
    }),
    output: z.object({ done: z.boolean() }),
  }),
  signIn: task({
    allow: 'anyone',
    touches: ['store'],
    input: z.strictObject({ userId: id, password: z.string().max(200) }),
    output: me,
  }),
  /** The recovery key sets a new password for one person and is itself replaced. */
  recover: task({
    allow: 'anyone',
    touches: ['store'],
    input: z.strictObject({ recoveryKey: z.string().max(100), userId: id, newPassword: password }),
    output: z.object({ recoveryKey: z.string() }),
  }),
  /** Ends the core, which clears the key from memory. */
  lock: task({ allow: 'anyone', touches: ['store'], input: nothing, output: nothing }),
  changePassword: task({
    allow: 'signedIn',
    touches: [],
    input: z.strictObject({ oldPassword: z.string().max(200), newPassword: password }),
    output: nothing,
  }),
  /** Asks for a backup file; undefined when cancelled. */
  chooseBackup: task({
    allow: 'anyone',
    touches: [],
    input: nothing,
    output: z.object({ preview: backupPreview.optional() }),
  }),
  restore: task({
    allow: 'anyone',
    touches: ['store'],
    input: z.strictObject({
      handle: z.string().max(100),
      userId: id.optional(),
      password: z.string().max(200).optional(),
      recoveryKey: z.string().max(100).optional(),
    }),
    output: z.object({ caseCount: z.int(), previousKeptAs: z.string() }),
  }),
}

export const settings = {
  body: query({
    allow: 'signedIn',
    input: nothing,
    output: z.object({ body: bodySettings, practice: z.boolean() }),
  }),
  saveBody: command({
    allow: ['head', 'administrator'],
    touches: ['settings', 'store'],
    input: bodySettings,
    output: nothing,
  }),
}
