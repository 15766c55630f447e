import { describe, expect, it } from 'vitest'
import { mayPassKnowingly } from '#db/domain/duty/passing.ts'
import { type RuleKind, ruleKinds } from '#db/domain/rota/rules.ts'

const head = { userId: 'h', role: 'head' } as const
const broken = (...kinds: RuleKind[]) =>
  kinds.map((kind) => ({
    rule: { id: kind, kind, lawyers: [], shifts: [] },
    lawyers: [],
    shifts: [],
  }))

describe('mayPassKnowingly', () => {
  it('lets the head pass every rule but two places at once and more people than seats', () => {
    const passed = ruleKinds.filter((kind) => mayPassKnowingly(head, broken(kind)))
    expect(ruleKinds.filter((kind) => !passed.includes(kind))).toEqual(['seats', 'onePlace'])
  })

  it('passes nothing where one of several rules may not be passed', () => {
    expect(mayPassKnowingly(head, broken('leave', 'onePlace'))).toBe(false)
    expect(mayPassKnowingly(head, broken('leave', 'weekLimit'))).toBe(true)
  })

  it('is for nobody but the head', () => {
    for (const role of ['receptionist', 'mediator', 'lawyer', 'administrator'] as const)
      expect(mayPassKnowingly({ userId: 'x', role }, broken('leave'))).toBe(false)
  })
})
