import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract } from '#contract/index.ts'
import type { OperationMeta } from '#contract/operation.ts'
import { roles, type Role } from '#db/domain/roles.ts'
import { createRouter, handlers } from '#ipc/router.ts'
import { openCentre, type Client, type StaffedCentre } from '#tests/support/centre.ts'
import { failureOf, refusalCode, type Refused } from '#tests/support/refusal.ts'
import { sampleInputs } from '#tests/support/sample-inputs.ts'
import { wholeStore } from '#tests/support/watched-store.ts'

type Call = (input: unknown) => Promise<unknown>
const samples = sampleInputs as unknown as Record<string, Record<string, unknown>>

const operations = Object.entries(contract).flatMap(([slice, verbs]) =>
  Object.entries(verbs as Record<string, { '~orpc': { meta: OperationMeta } }>).map(
    ([verb, operation]) => ({
      slice,
      verb,
      name: `${slice}.${verb}`,
      meta: operation['~orpc'].meta,
      input: samples[slice]?.[verb],
    }),
  ),
)
const guarded = operations.filter(({ meta }) => meta.allow !== 'anyone')

const callOf = (client: Client, slice: string, verb: string): Call => {
  const call = (client as unknown as Record<string, Record<string, Call>>)[slice]?.[verb]
  if (!call) throw new Error(`no ${slice}.${verb}`)
  return call
}

describe('createRouter', () => {
  it('answers every operation of the contract and no other', () => {
    const names = (slices: object) =>
      Object.entries(slices)
        .flatMap(([slice, verbs]) => Object.keys(verbs as object).map((verb) => `${slice}.${verb}`))
        .toSorted()
    const declared = operations.map(({ name }) => name).toSorted()
    expect(names(createRouter())).toEqual(declared)
    expect(names(handlers)).toEqual(declared)
    expect(declared.length).toBeGreaterThan(50)
  })
})

describe('who may ask', () => {
  let centre: StaffedCentre
  beforeAll(async () => {
    centre = await openCentre()
  })
  afterAll(() => centre.close())

  it.each(guarded)('$name is refused to a port where nobody signed in', async (operation) => {
    const call = callOf(centre.connect(), operation.slice, operation.verb)
    expect(await refusalCode(call(operation.input))).toBe('users.notSignedIn')
  })

  const excluded = guarded.flatMap((operation) => {
    const { allow } = operation.meta
    const kept = typeof allow === 'string' ? [...roles] : allow
    return roles.filter((role) => !kept.includes(role)).map((role) => ({ ...operation, role }))
  })
  it.each(excluded)('$name is refused to the $role, who writes nothing', async (operation) => {
    const before = wholeStore(centre)
    const call = callOf(centre.as[operation.role], operation.slice, operation.verb)
    expect(await refusalCode(call(operation.input))).toBe('users.notPermitted')
    expect(wholeStore(centre)).toEqual(before)
  })

  const allowed = guarded.flatMap((operation) => {
    const { allow } = operation.meta
    const kept: readonly Role[] = typeof allow === 'string' ? roles : allow
    return kept.map((role) => ({ ...operation, role }))
  })
  it.each(allowed)('$name lets the $role in', async (operation) => {
    const call = callOf(centre.as[operation.role], operation.slice, operation.verb)
    const outcome = await call(operation.input).then(
      () => 'answered',
      (error: { code: string; data: Refused }) =>
        error.code === 'REFUSED' ? error.data.code : error.code,
    )
    expect(['users.notPermitted', 'users.notSignedIn', 'DEFECT', 'BAD_REQUEST']).not.toContain(
      outcome,
    )
  })
})

describe('what is asked', () => {
  let centre: StaffedCentre
  beforeAll(async () => {
    centre = await openCentre()
  })
  afterAll(() => centre.close())

  it.each(operations)('$name refuses an input with a part it does not know', async (operation) => {
    const before = wholeStore(centre)
    const role = roles.find(
      (each) =>
        operation.meta.allow === 'anyone' ||
        operation.meta.allow === 'signedIn' ||
        operation.meta.allow.includes(each),
    )
    const call = callOf(centre.as[role ?? 'head'], operation.slice, operation.verb)
    const failure = await failureOf(call({ ...(operation.input as object), smuggled: true }))
    expect(failure.code).toBe('BAD_REQUEST')
    expect(JSON.stringify(failure.data)).toContain('smuggled')
    expect(wholeStore(centre)).toEqual(before)
  })

  it('refuses texts that are too long, controls, and amounts that are not whole fen', async () => {
    const { receptionist } = centre.as
    const wrong = [
      { place: 'x'.repeat(201) },
      { place: 'a\nb' },
      { amountFen: 1.5 },
      { amountFen: -1 },
      { peopleCount: 0 },
    ]
    for (const part of wrong) {
      const form = { ...sampleInputs.intake.submit.form, ...part }
      expect((await failureOf(receptionist.intake.submit({ form }))).code).toBe('BAD_REQUEST')
    }
  })
})

describe('a closed store', () => {
  it('refuses everything but signing in, with its own code', async () => {
    const centre = await openCentre()
    try {
      const { mediator } = centre.as
      await centre.as.head.store.lock({})
      expect(centre.host.coresEnded).toBe(1)
      expect(await refusalCode(mediator.cases.today({}))).toBe('store.locked')
      expect(await refusalCode(mediator.backups.status({}))).toBe('store.locked')
      expect(await mediator.store.state({})).toMatchObject({
        phase: 'locked',
        bodyName: '云溪镇人民调解委员会',
      })
      expect((await mediator.store.state({})).me).toBeUndefined()
    } finally {
      await centre.close()
    }
  })
})
