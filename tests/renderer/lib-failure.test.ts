import { ORPCError } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { filledLine, line, localDate, password } from '#contract/values.ts'
import { alarmCodes, allErrorCodes, storeErrorCodes } from '#db/domain/errors.ts'
import { ConnectionLost } from '../../renderer/lib/client.ts'
import { failureOf, failureText, isSignedOut } from '../../renderer/lib/failure.ts'

describe('failureOf', () => {
  it('keeps code, rule and plain details of a refusal', () => {
    const error = new ORPCError('REFUSED', {
      data: { code: 'agreements.incomplete', ruleId: 'D1', details: { missing: 2, nested: {} } },
    })
    expect(failureOf(error)).toEqual({
      code: 'agreements.incomplete',
      ruleId: 'D1',
      details: { missing: 2 },
    })
  })

  it('takes a reason without a level for one that blocks', () => {
    const reasons = [
      { code: 'noPayer', path: 'clauses.0' },
      { code: 'late', level: 'warn', ruleId: 'E2' },
    ]
    const error = new ORPCError('REFUSED', { data: { code: 'agreements.incomplete', reasons } })
    expect(failureOf(error).reasons).toEqual([
      { code: 'noPayer', path: 'clauses.0', ruleId: 'P', level: 'block' },
      { code: 'late', path: '', ruleId: 'E2', level: 'warn' },
    ])
  })

  it('puts the issues of a bad request at their fields, in words', () => {
    const form = z.strictObject({
      parties: z.array(z.strictObject({ name: filledLine(10) })),
      place: line(200),
      peopleCount: z.int().min(1),
      otherBody: z.enum(['none', 'accepted']),
      bodyName: line(20),
      sides: z.array(z.string()).min(2),
      on: localDate,
      password,
      narrative: z.string(),
    })
    const result = form.safeParse({
      parties: [{ name: ' ' }],
      place: '镇'.repeat(201),
      peopleCount: 0,
      otherBody: 'nobody',
      bodyName: 'a\nb',
      sides: [],
      on: '2026-02-30',
      password: 'short',
    })
    // As it is after the trip through the port.
    const issues: unknown = JSON.parse(JSON.stringify(result.error?.issues))
    const failure = failureOf(new ORPCError('BAD_REQUEST', { data: { issues } }))
    expect(failure).toEqual({
      code: 'page.fieldsWrong',
      fields: {
        'parties.0.name': '请填写这一项',
        place: '最多 200 个字，请写短一些',
        peopleCount: '不能小于 1',
        otherBody: '请从给出的选项中选一个',
        bodyName: '含有换行或看不见的字符，请删去后重新输入',
        sides: '至少要有 2 项',
        on: '没有这一天，请按 2026-12-31 的样子填写',
        password: '至少要 8 个字符',
        narrative: '请填写这一项',
      },
    })
  })

  it('keeps the log reference of a defect', () => {
    const failure = failureOf(new ORPCError('DEFECT', { data: { ref: 'ab12cd34' } }))
    expect(failure).toEqual({ code: 'page.defect', ref: 'ab12cd34' })
    expect(failureText(failure)).toContain('ab12cd34')
  })

  it('tells a lost line from a defect', () => {
    expect(failureOf(new ConnectionLost())).toEqual({ code: 'page.connectionLost' })
    expect(failureOf(new TypeError('x'))).toEqual({ code: 'page.defect' })
    expect(failureOf(new ORPCError('REFUSED', { data: undefined }))).toEqual({
      code: 'page.defect',
    })
  })
})

describe('failureText', () => {
  it('has own words for every permanent code, also of the store below the door', () => {
    const unspoken = [...allErrorCodes, ...storeErrorCodes, ...alarmCodes].filter((code) =>
      failureText({ code }).includes(code),
    )
    expect(unspoken).toEqual([])
  })

  it('names the code that it has no words for', () => {
    expect(failureText({ code: 'moon.full' })).toContain('moon.full')
  })

  it('counts and says how long to wait', () => {
    expect(failureText({ code: 'store.locked-out', details: { waitMs: 65_000 } })).toContain(
      '1 分 5 秒',
    )
    expect(
      failureText({ code: 'store.wrong-password', details: { failures: 3, waitMs: 0 } }),
    ).toContain('3 次')
  })
})

describe('isSignedOut', () => {
  it('is true when the sign-in screen is the way on', () => {
    expect(
      ['users.notSignedIn', 'store.locked', 'cases.notFound'].map((code) => isSignedOut({ code })),
    ).toEqual([true, true, false])
  })
})
