import { ORPCError } from '@orpc/client'
import { assert } from 'vitest'

export type Refused = {
  code: string
  details?: Record<string, string | number | boolean>
  reasons?: { code: string; ruleId?: string; path?: string }[]
}

/** What came back instead of an answer: REFUSED, BAD_REQUEST or DEFECT with its data. */
export async function failureOf(asking: Promise<unknown>): Promise<ORPCError<string, unknown>> {
  try {
    await asking
  } catch (error) {
    assert(
      error instanceof ORPCError,
      `a failure crosses the door as data, not as ${String(error)}`,
    )
    return error
  }
  return assert.fail('answered, though a refusal was expected')
}

/** The data of a refusal; a defect or an invalid input is none. */
export async function refusal(asking: Promise<unknown>): Promise<Refused> {
  const failure = await failureOf(asking)
  assert.equal(failure.code, 'REFUSED', JSON.stringify(failure.data))
  return failure.data as Refused
}

export const refusalCode = async (asking: Promise<unknown>) => (await refusal(asking)).code
