import { z } from 'zod'
import { command, managers, nothing, query, task } from './operation.ts'
import { formId, id, instant } from './values.ts'

export const sides = z.enum(['one', 'long', 'short'])

const printer = z.object({
  name: z.string(),
  /** As people know it; the name where the system has no other. */
  label: z.string(),
  isDefault: z.boolean(),
  state: z.enum(['ready', 'printing', 'stopped', 'unknown']),
  /** What keeps it: a code such as paperOut, jam, offline, coverOpen, tonerOut; absent when nothing. */
  trouble: z.string().optional(),
  /** Undefined when the system does not say. */
  duplex: z.boolean().optional(),
})
export type Printer = z.infer<typeof printer>

/** For a kind of paper; what is absent comes from `usual`. */
const rule = z.strictObject({
  printer: z.string().max(200).optional(),
  sides: sides.optional(),
  /** Undefined leaves the number that the paper itself wants. */
  copies: z.int().min(1).max(99).optional(),
})
export const printingSettings = z.strictObject({
  usual: z.strictObject({ printer: z.string().max(200).optional(), sides }),
  forms: z.record(formId, rule),
})
export type PrintingSettings = z.infer<typeof printingSettings>

const printJob = z.object({
  id,
  title: z.string(),
  caseId: id.optional(),
  caseNumber: z.string().optional(),
  form: z.string(),
  copies: z.int(),
  pages: z.int(),
  printer: z.string(),
  sides,
  state: z.enum(['waiting', 'sent', 'printed', 'failed', 'cancelled']),
  trouble: z.string().optional(),
  tries: z.int(),
  askedByName: z.string(),
  askedAt: instant,
  endedAt: instant.optional(),
  mayChange: z.boolean(),
})
export type PrintJob = z.infer<typeof printJob>

export const printing = {
  printers: task({ allow: 'signedIn', touches: [], input: nothing, output: z.array(printer) }),
  settings: query({ allow: 'signedIn', input: nothing, output: printingSettings }),
  saveSettings: command({
    allow: ['receptionist', 'mediator', 'head', 'administrator'],
    touches: ['printing'],
    input: printingSettings,
    output: nothing,
  }),
  /** What waits, what failed, and what was printed of late; newest first. */
  queue: query({
    allow: 'signedIn',
    input: z.strictObject({ openOnly: z.boolean() }),
    output: z.array(printJob),
  }),
  /** Again, on the same printer or on another. */
  retry: task({
    allow: 'signedIn',
    touches: ['printing'],
    input: z.strictObject({ jobId: id, printer: z.string().max(200).optional() }),
    output: nothing,
  }),
  cancel: task({
    allow: 'signedIn',
    touches: ['printing'],
    input: z.strictObject({ jobId: id }),
    output: nothing,
  }),
  testPage: task({
    allow: 'signedIn',
    touches: ['printing'],
    input: z.strictObject({ printer: z.string().max(200), sides }),
    output: z.object({ jobId: id }),
  }),
  /** What was printed and saved, by whom: newest first, keyset by time. */
  log: query({
    allow: [...managers, 'mediator', 'receptionist'],
    input: z.strictObject({
      caseId: id.optional(),
      before: instant.optional(),
      limit: z.int().min(1).max(500),
    }),
    output: z.object({
      items: z.array(
        z.object({
          id,
          at: instant,
          actorName: z.string(),
          caseId: id,
          caseNumber: z.string(),
          form: z.string(),
          title: z.string(),
          channel: z.enum(['printer', 'pdf', 'docx']),
          copies: z.int(),
        }),
      ),
      next: instant.optional(),
    }),
  }),
}
