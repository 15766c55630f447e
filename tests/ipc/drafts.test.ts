import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCentre, staff, type StaffedCentre } from '#tests/support/centre.ts'
import { refusalCode } from '#tests/support/refusal.ts'
import { draftedAgreement, heldCase } from '#tests/support/wage-case.ts'

let centre: StaffedCentre
let caseId: string
let agreementId: string
beforeAll(async () => {
  centre = await openCentre()
  caseId = await heldCase(centre)
  agreementId = (await draftedAgreement(centre, caseId)).id
})
afterAll(() => centre.close())

const ofCases = ['visit', 'relapse', 'clockChange', 'handOver', 'calculation'] as const

const marker = '没写完的暗号丁九'

describe('drafts', () => {
  it('keep what was begun until it is dropped', async () => {
    const { mediator } = centre.as
    const key = { kind: 'offer' as const, objectId: caseId }
    expect(await mediator.drafts.get(key)).toEqual({})
    await mediator.drafts.keep({ ...key, text: '写了一半' })
    await mediator.drafts.keep({ ...key, text: marker })
    expect(await mediator.drafts.get(key)).toEqual({ text: marker })
    expect(await mediator.drafts.get({ kind: 'passedWarnings', objectId: agreementId })).toEqual({})
    await mediator.drafts.drop(key)
    await mediator.drafts.drop(key)
    expect(await mediator.drafts.get(key)).toEqual({})
  })

  it('are read by nobody else, and lie in no column in clear', async () => {
    const { mediator, head, otherMediator } = centre.as
    const offer = { kind: 'offer' as const, objectId: caseId }
    const words = { kind: 'passedWarnings' as const, objectId: agreementId }
    await mediator.drafts.keep({ ...offer, text: marker })
    await mediator.drafts.keep({ ...words, text: marker })
    expect(await refusalCode(head.drafts.get(offer))).toBe('offers.notYours')
    expect(await head.drafts.get(words)).toEqual({})
    for (const key of [offer, words]) {
      expect(await refusalCode(otherMediator.drafts.get(key))).toMatch(/^cases\./)
      expect(await refusalCode(otherMediator.drafts.keep({ ...key, text: 'x' }))).toMatch(
        /^cases\./,
      )
    }
    const rows = centre.store().connection.all('SELECT * FROM private_drafts')
    expect(rows).toHaveLength(2)
    expect(JSON.stringify(rows)).not.toContain(marker)
  })

  it('write no line into the log', async () => {
    const count = () =>
      Number(centre.store().connection.get('SELECT count(*) AS rows FROM audit_log')?.['rows'])
    const before = count()
    await centre.as.mediator.drafts.keep({ kind: 'offer', objectId: caseId, text: '再写' })
    expect(count()).toBe(before)
  })

  describe.each(ofCases)('of the kind %s', (kind) => {
    it('belong to who mediates the case: another mediator and the window are refused', async () => {
      const { mediator, otherMediator, receptionist, head } = centre.as
      const key = { kind, objectId: caseId }
      await mediator.drafts.keep({ ...key, text: `${marker}${kind}` })
      for (const call of [
        () => otherMediator.drafts.get(key),
        () => otherMediator.drafts.keep({ ...key, text: '别人写的' }),
        () => otherMediator.drafts.drop(key),
      ])
        expect(await refusalCode(call())).toBe('cases.notYours')
      for (const call of [
        () => receptionist.drafts.get(key),
        () => receptionist.drafts.keep({ ...key, text: '窗口写的' }),
        () => receptionist.drafts.drop(key),
      ])
        expect(await refusalCode(call())).toBe('users.notPermitted')
      // The head may write in the case as well, and then has a draft of her own.
      expect(await head.drafts.get(key)).toEqual({})
      await head.drafts.keep({ ...key, text: '主任写的' })
      expect(await mediator.drafts.get(key)).toEqual({ text: `${marker}${kind}` })
      await head.drafts.drop(key)
      expect(await mediator.drafts.get(key)).toEqual({ text: `${marker}${kind}` })
    })
  })

  it('of every kind are still there after the desk was locked', async () => {
    const { mediator } = centre.as
    const keys = ofCases.map((kind) => ({ kind, objectId: caseId }))
    for (const key of keys) await mediator.drafts.keep({ ...key, text: `${marker}${key.kind}` })
    await mediator.store.lock({})
    expect(await refusalCode(mediator.drafts.get({ kind: 'visit', objectId: caseId }))).toBe(
      'users.notSignedIn',
    )
    const again = await centre.signIn(staff.mediator)
    for (const key of keys) {
      expect(await again.drafts.get(key)).toEqual({ text: `${marker}${key.kind}` })
      await again.drafts.drop(key)
      expect(await again.drafts.get(key)).toEqual({})
    }
  })
})
