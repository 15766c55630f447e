import { z } from 'zod'
import { task } from './operation.ts'
import { id, localDate } from './values.ts'

const stretch = { from: localDate, to: localDate }

/** Papers of the lawyers' desk: none of them belongs to a case. */
export const rotaPaper = z.discriminatedUnion('paper', [
  /** 志愿律师值班表 (F25), A4 landscape, as published. */
  z.strictObject({ paper: z.literal('rota'), ...stretch, deskId: id.optional() }),
  /** 签到表: the same stretch with empty boxes to sign in. */
  z.strictObject({ paper: z.literal('signIn'), ...stretch, deskId: id.optional() }),
  /** 值班时长汇总 of everybody. */
  z.strictObject({ paper: z.literal('hours'), ...stretch }),
  /** 志愿服务证明 of one lawyer. */
  z.strictObject({ paper: z.literal('statement'), ...stretch, lawyerId: id }),
  /** 年度致谢名单 */
  z.strictObject({ paper: z.literal('thanks'), year: z.int().min(2000).max(2199) }),
  /** 法律咨询登记表 (F26) */
  z.strictObject({ paper: z.literal('consultation'), id }),
])
export type RotaPaper = z.infer<typeof rotaPaper>

const readers = ['head', 'receptionist', 'lawyer', 'mediator'] as const

export const rotaPapers = {
  /** The very PDF that prints, as base64. */
  preview: task({
    allow: readers,
    touches: [],
    input: z.strictObject({ of: rotaPaper }),
    output: z.object({
      base64: z.string(),
      title: z.string(),
      pages: z.int(),
      /** Characters that no font of this machine can print. */
      unprintable: z.array(z.object({ character: z.string(), codePoint: z.string() })),
    }),
  }),
  print: task({
    allow: readers,
    touches: ['printing'],
    input: z.strictObject({
      of: rotaPaper,
      copies: z.int().min(1).max(99),
      printer: z.string().max(200).optional(),
      sides: z.enum(['one', 'long', 'short']).optional(),
    }),
    output: z.object({ jobId: id }),
  }),
  /** `xlsx` for rota, sign-in sheet, hours and thanks list. */
  save: task({
    allow: readers,
    touches: [],
    input: z.strictObject({ of: rotaPaper, channel: z.enum(['pdf', 'docx', 'xlsx']) }),
    output: z.object({ saved: z.string().optional() }),
  }),
}
