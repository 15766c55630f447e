import { describe, expect, it } from 'vitest'
import {
  type Actor,
  type CaseAccess,
  caseScope,
  isInPool,
  mayAssign,
  mayEditRegistration,
  mayMediate,
  mayOpenWall,
  mayReadCase,
  mayReadContent,
  mayReviewAgreement,
} from '#db/domain/access/case-access.ts'
import { allErrorCodes, assertNever, DomainError, errorCodes } from '#db/domain/errors.ts'
import { isRole, type Role, roles } from '#db/domain/roles.ts'

const actor = (role: Role, userId = 'u1'): Actor => ({ role, userId })
const theirs: CaseAccess = { status: 'mediating', createdBy: 'u9', mediatorId: 'u8' }
const mine: CaseAccess = { ...theirs, mediatorId: 'u1' }
const pool: CaseAccess = { status: 'accepted', createdBy: 'u9' }

const allowed = (may: (who: Actor, access: CaseAccess) => boolean, access: CaseAccess): Role[] =>
  roles.filter((role) => may(actor(role), access))

describe('mayReadCase', () => {
  it("shows another mediator's case to window and head only", () => {
    expect(allowed(mayReadCase, theirs)).toEqual(['receptionist', 'head'])
  })

  it('shows a mediator own cases, those registered by them, and the pool', () => {
    expect(allowed(mayReadCase, mine)).toEqual(['receptionist', 'mediator', 'head'])
    expect(mayReadCase(actor('mediator'), { ...theirs, createdBy: 'u1' })).toBe(true)
    expect(mayReadCase(actor('mediator'), pool)).toBe(true)
    expect(mayReadCase(actor('mediator'), { ...pool, status: 'draft' })).toBe(false)
  })

  it('shows a lawyer only cases asked onto, an administrator none', () => {
    expect(mayReadCase(actor('lawyer'), { ...theirs, lawyerIds: ['u1'] })).toBe(true)
    expect(mayReadCase(actor('lawyer'), { ...theirs, lawyerIds: ['u2'] })).toBe(false)
    expect(mayReadCase(actor('lawyer'), { ...theirs, createdBy: 'u1' })).toBe(false)
    expect(mayReadCase(actor('administrator'), { ...mine, createdBy: 'u1' })).toBe(false)
    expect(roles.map((role) => caseScope(role))).toEqual([
      'all',
      'ownAndPool',
      'shared',
      'all',
      'none',
    ])
  })
})

describe('mayOpenWall', () => {
  it('opens to the mediator of the case alone, whatever their role, and to no head', () => {
    expect(allowed(mayOpenWall, theirs)).toEqual([])
    expect(allowed(mayOpenWall, pool)).toEqual([])
    expect(allowed(mayOpenWall, { ...theirs, createdBy: 'u1' })).toEqual([])
    expect(allowed(mayOpenWall, mine)).toEqual([...roles])
  })
})

describe('mayReadContent', () => {
  it('keeps minutes and settlement from the window and other mediators', () => {
    expect(allowed(mayReadContent, theirs)).toEqual(['head'])
    expect(allowed(mayReadContent, mine)).toEqual(['mediator', 'head'])
    expect(allowed(mayReadContent, pool)).toEqual(['head'])
    expect(mayReadContent(actor('mediator'), { ...theirs, createdBy: 'u1' })).toBe(false)
    expect(mayReadContent(actor('mediator'), { ...pool, createdBy: 'u1' })).toBe(true)
    expect(mayReadContent(actor('lawyer'), { ...theirs, lawyerIds: ['u1'] })).toBe(true)
  })

  it('never shows more than the case itself', () => {
    for (const access of [theirs, mine, pool, { ...theirs, lawyerIds: ['u1'] }]) {
      for (const role of roles) {
        if (mayReadContent(actor(role), access)) expect(mayReadCase(actor(role), access)).toBe(true)
      }
    }
  })
})

describe('mayEditRegistration', () => {
  it('is the window until a mediator has the case', () => {
    expect(allowed(mayEditRegistration, pool)).toEqual(['receptionist', 'head'])
    expect(allowed(mayEditRegistration, mine)).toEqual(['mediator', 'head'])
    expect(allowed(mayEditRegistration, { ...pool, status: 'archived' })).toEqual(['head'])
  })
})

describe('mayMediate', () => {
  it("is the case's mediator or the head", () => {
    expect(allowed(mayMediate, mine)).toEqual(['mediator', 'head'])
    expect(allowed(mayMediate, theirs)).toEqual(['head'])
  })
})

describe('mayAssign', () => {
  it('is the window and the head, or a mediator taking from the pool for themself', () => {
    expect(isInPool(pool)).toBe(true)
    expect(mayAssign(actor('head'), theirs, 'u5')).toBe(true)
    expect(mayAssign(actor('mediator'), pool, 'u1')).toBe(true)
    expect(mayAssign(actor('mediator'), pool, 'u5')).toBe(false)
    expect(mayAssign(actor('mediator'), theirs, 'u1')).toBe(false)
    expect(mayAssign(actor('receptionist'), pool, 'u5')).toBe(true)
    expect(mayAssign(actor('lawyer'), pool, 'u1')).toBe(false)
    expect(mayAssign(actor('administrator'), pool, 'u1')).toBe(false)
  })
})

describe('mayReviewAgreement', () => {
  it('is the head alone', () => {
    expect(roles.filter((role) => mayReviewAgreement(actor(role)))).toEqual(['head'])
  })
})

describe('isRole', () => {
  it('knows the five roles', () => {
    expect(roles.every((role) => isRole(role))).toBe(true)
    expect(isRole('root')).toBe(false)
  })
})

describe('errorCodes', () => {
  it('names each code by its slice and its own name, once', () => {
    for (const [slice, codes] of Object.entries(errorCodes)) {
      for (const [name, code] of Object.entries(codes)) expect(code).toBe(`${slice}.${name}`)
    }
    expect(new Set(allErrorCodes).size).toBe(allErrorCodes.length)
  })
})

describe('DomainError', () => {
  it('carries code and data, no sentence', () => {
    const error = new DomainError('cases.notFound', { id: 'x' })
    expect(error).toBeInstanceOf(Error)
    expect({
      code: error.code,
      details: error.details,
      message: error.message,
      name: error.name,
    }).toEqual({
      code: 'cases.notFound',
      details: { id: 'x' },
      message: 'cases.notFound',
      name: 'DomainError',
    })
  })
})

describe('assertNever', () => {
  it('throws when a union grew unseen', () => {
    // @ts-expect-error a string is not never
    expect(() => assertNever('new')).toThrow('unexpected value: "new"')
  })
})
