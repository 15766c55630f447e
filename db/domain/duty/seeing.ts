import type { Actor } from '../access/case-access.ts'

export type Seen = { headOnly: boolean; userId?: string | undefined }

/** @policy Somebody whom only the head sees is seen by the head and by nobody else but him- or herself */
export const maySeeLawyer = (actor: Actor | undefined, { headOnly, userId }: Seen): boolean =>
  !headOnly || actor?.role === 'head' || (userId !== undefined && userId === actor?.userId)
