import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paperCode } from '#db/domain/paper-code.ts'
import { localDate } from '#db/domain/local-date.ts'
import { openCentre, type StaffedCentre } from '#tests/support/centre.ts'
import { refusal, refusalCode } from '#tests/support/refusal.ts'
import { screenSignature, signOnScreen } from '#tests/support/screen-signing.ts'
import { handStrokes, screenOf } from '#tests/support/strokes.ts'
import { allSignatures, approvedAgreement, heldCase } from '#tests/support/wage-case.ts'
import { wholeStore } from '#tests/support/watched-store.ts'

let centre: StaffedCentre
beforeAll(async () => {
  centre = await openCentre()
})
afterAll(() => centre.close())

const approved = async () => {
  const caseId = await heldCase(centre)
  return { caseId, ...(await approvedAgreement(centre, caseId)) }
}
const get = (id: string) => centre.as.mediator.agreements.get({ id })
const eventsOf = async (caseId: string, kind: string) =>
  (await centre.as.mediator.cases.get({ id: caseId })).timeline.filter((each) => each.kind === kind)
const logged = (id: string) =>
  centre
    .store()
    .connection.all('SELECT operation, result FROM audit_log WHERE object_id = ? ORDER BY seq', [
      id,
    ])
    .map(({ operation, result }) => ({ operation: String(operation), result: String(result) }))

// Each hand signs once in this file: shapes are compared over the whole store.
let hands = 10
const nextHand = () => {
  hands += 1
  return hands
}

describe('agreements.sign on screen', () => {
  it('keeps strokes, witness, place, pointer and moment, bound to the digest of the paper', async () => {
    const { id } = await approved()
    const hand = nextHand()
    const { signatureId, signature } = await signOnScreen(centre, id, 0, hand)
    expect(signature).toMatchObject({
      manner: ['screen'],
      screen: {
        place: '一号调解室',
        witnessName: '周窗口',
        pointer: 'pen',
        durationMs: 780 + 29 * 16,
        flags: [],
      },
    })
    const { sha256 = '', paperCode: code } = await get(id)
    expect(code).toBe(paperCode(sha256))
    expect(await centre.as.mediator.agreements.strokes({ id, signatureId })).toEqual(
      screenOf(sha256, hand),
    )
  })

  it('takes a seal with the strokes, and hand or fingerprint from others', async () => {
    const { id } = await approved()
    const signatures = await allSignatures(centre, centre.as.mediator, id)
    const [, firm, mediator, body] = signatures
    if (!firm || !mediator || !body) throw new Error('four signatures')
    const worker = await screenSignature(centre, id, 0, nextHand())
    const mixed = {
      ...(await screenSignature(centre, id, 1, nextHand())),
      manner: ['screen' as const, 'seal' as const],
    }
    const byScreen = {
      ...mediator,
      manner: ['screen' as const],
      screen: screenOf((await get(id)).sha256 ?? '', nextHand()),
    }
    const { effectiveOn } = await centre.as.mediator.agreements.sign({
      id,
      signatures: [worker, mixed, byScreen, body],
    })
    expect(effectiveOn).toBe(worker.signedOn)
    const signed = await get(id)
    expect(signed).toMatchObject({ status: 'signed', missingSignatures: [] })
    expect(signed.signatures.map(({ screen }) => screen?.flags)).toEqual([[], [], [], undefined])
  })

  it('refuses what does not belong together, with the reason, and records nothing', async () => {
    const { id } = await approved()
    const good = await screenSignature(centre, id, 0, nextHand())
    const { screen, ...without } = good
    const { sha256 = '' } = await get(id)
    const body = {
      capacity: 'body' as const,
      signerName: '云溪镇人民调解委员会',
      manner: ['seal' as const, 'screen' as const],
      signedOn: good.signedOn,
      screen: screenOf(sha256, nextHand()),
    }
    const cases = [
      [without, 'screenStrokesMissing'],
      [{ ...good, manner: ['hand' as const] }, 'screenMannerMissing'],
      [{ ...good, screen: { ...screen, paperSha256: 'f'.repeat(64) } }, 'changedText'],
      [{ ...good, signedOn: localDate('2026-01-01') }, 'screenNotToday'],
      [{ ...good, screen: { ...screen, witnessName: good.signerName } }, 'witnessIsSigner'],
      [body, 'bodyNotByScreen'],
    ] as const
    const before = wholeStore(centre)
    for (const [signature, code] of cases) {
      const refused = await refusal(
        centre.as.mediator.agreements.sign({
          id,
          signatures: [{ ...signature, manner: [...signature.manner] }],
        }),
      )
      expect(refused.code).toBe('agreements.signatureInvalid')
      expect(refused.reasons?.map((reason) => reason.code)).toContain(code)
    }
    expect(wholeStore(centre)).toEqual(before)
  })

  it('flags one that looks at a text of before: the digest of the version it replaced is refused', async () => {
    const { mediator, head } = centre.as
    const { id } = await approved()
    const old = await screenSignature(centre, id, 0, nextHand())
    const { id: next } = await mediator.agreements.revise({ id })
    const { revision } = await get(next)
    await mediator.agreements.submit({ id: next, revision })
    await head.agreements.approve({ id: next, revision })
    const { reasons } = await refusal(mediator.agreements.sign({ id: next, signatures: [old] }))
    expect(reasons?.map(({ code }) => code)).toEqual(['changedText'])
  })
})

describe('flags', () => {
  it('mark the same strokes anywhere in the store, moved or not, on both signatures', async () => {
    const first = await approved()
    const hand = nextHand()
    const { signatureId } = await signOnScreen(centre, first.id, 0, hand)
    const second = await approved()
    const copy = await screenSignature(centre, second.id, 1, hand)
    const strokes = copy.screen.strokes.map((stroke) =>
      stroke.map((point) => ({ ...point, x: point.x + 133.7, y: point.y - 7.3, t: point.t * 2 })),
    )
    await centre.as.mediator.agreements.sign({
      id: second.id,
      signatures: [{ ...copy, screen: { ...copy.screen, strokes } }],
    })
    expect((await get(second.id)).signatures[0]?.screen?.flags).toEqual(['identical'])
    const earlier = (await get(first.id)).signatures.find(({ id }) => id === signatureId)
    expect(earlier?.screen?.flags).toEqual(['identical'])
    expect(await eventsOf(second.caseId, 'signatureFlagged')).toMatchObject([
      { details: { signerName: '李四', flags: 'identical' } },
    ])
    expect(await eventsOf(first.caseId, 'signatureFlagged')).toEqual([])
  })

  it('mark the second of two in one go', async () => {
    const { id } = await approved()
    const hand = nextHand()
    const both = [
      await screenSignature(centre, id, 0, hand),
      await screenSignature(centre, id, 1, hand),
    ]
    await centre.as.mediator.agreements.sign({ id, signatures: both })
    expect((await get(id)).signatures.map(({ screen }) => screen?.flags)).toEqual([
      ['identical'],
      ['identical'],
    ])
  })

  it('remember strokes that were taken back', async () => {
    const { mediator } = centre.as
    const { id, caseId } = await approved()
    const hand = nextHand()
    const { signatureId } = await signOnScreen(centre, id, 0, hand)
    await mediator.agreements.removeSignature({ id, signatureId })
    expect((await get(id)).signatures).toEqual([])
    const { signature } = await signOnScreen(centre, id, 0, hand)
    expect(signature.screen?.flags).toEqual(['identical'])
    expect(await eventsOf(caseId, 'signatureFlagged')).toHaveLength(1)
  })

  it('record a signature faster than a hand, and one that is a dot, as they are', async () => {
    const { id, caseId } = await approved()
    const quick = await screenSignature(centre, id, 0, nextHand())
    const fast = quick.screen.strokes.map((stroke) =>
      stroke.map((point) => ({ ...point, t: point.t / 10 })),
    )
    const dot = [[{ x: 3, y: 3, t: 0, pressure: 0.5 }]]
    const short = await screenSignature(centre, id, 1, nextHand())
    await centre.as.mediator.agreements.sign({
      id,
      signatures: [
        { ...quick, screen: { ...quick.screen, strokes: fast } },
        { ...short, screen: { ...short.screen, strokes: dot } },
      ],
    })
    const { signatures } = await get(id)
    expect(signatures.map(({ screen }) => screen?.flags)).toEqual([
      ['tooFast'],
      ['tooFast', 'tooFewPoints'],
    ])
    expect(await eventsOf(caseId, 'signatureFlagged')).toHaveLength(2)
  })

  it('let nobody confuse two dots', async () => {
    const dot = [[{ x: 3, y: 3, t: 0, pressure: 0.5 }]]
    const { id } = await approved()
    const one = await screenSignature(centre, id, 0)
    await centre.as.mediator.agreements.sign({
      id,
      signatures: [{ ...one, screen: { ...one.screen, strokes: dot } }],
    })
    expect((await get(id)).signatures[0]?.screen?.flags).toEqual(['tooFast', 'tooFewPoints'])
  })
})

describe('the log', () => {
  const all = async (id: string) => {
    const [, , mediator, body] = await allSignatures(centre, centre.as.mediator, id)
    if (!mediator || !body) throw new Error('four signatures')
    const firm = {
      ...(await screenSignature(centre, id, 1, nextHand())),
      manner: ['screen' as const, 'seal' as const],
    }
    return [await screenSignature(centre, id, 0, nextHand()), firm, mediator, body]
  }

  it('carries the digest of the text at approval and of text and signatures at each signing', async () => {
    const { id } = await approved()
    const { sha256 = '' } = await get(id)
    await centre.as.mediator.agreements.sign({ id, signatures: await all(id) })
    const rows = logged(id).filter(({ result }) => result !== 'done')
    expect(rows.map(({ operation }) => operation)).toEqual([
      'agreements.approve',
      'agreements.sign',
    ])
    for (const { result } of rows)
      expect(result).toMatch(new RegExp(`^done sha256:${sha256} signatures:[0-9a-f]{64}$`))
    expect(rows[0]?.result).not.toBe(rows[1]?.result)
    expect(await centre.as.head.audit.verify({})).toEqual({ clean: true, findings: [] })
  })

  it('locks strokes and signatures with the last one', async () => {
    const { id } = await approved()
    await centre.as.mediator.agreements.sign({ id, signatures: await all(id) })
    const { connection } = centre.store()
    expect(() => connection.exec(`UPDATE signature_strokes SET place = 'x'`)).toThrow(/append-only/)
    const [first] = (await get(id)).signatures
    expect(
      await refusalCode(
        centre.as.mediator.agreements.removeSignature({ id, signatureId: first?.id ?? '' }),
      ),
    ).toBe('agreements.stepNotAllowed')
  })

  const drop = (...triggers: string[]) => triggers.map((name) => `DROP TRIGGER ${name};`).join('\n')
  const forgeries: [string, string, (id: string) => string][] = [
    [
      'another text',
      'agreementsAsVouched',
      (id) => `${drop('agreements_frozen')}
        UPDATE agreements SET frozen = replace(frozen, '17048', '27048') WHERE id = '${id}'`,
    ],
    [
      'another name of a signer',
      'agreementsAsVouched',
      (id) => `DROP TRIGGER IF EXISTS signatures_refuse_update;
        UPDATE signatures SET signer_name = '别人' WHERE agreement_id = '${id}'`,
    ],
    [
      'another stroke',
      'strokesBound',
      (id) => `${drop('signature_strokes_refuse_update')}
        UPDATE signature_strokes SET strokes = '[[{"x":1,"y":1,"t":1,"pressure":1}]]'
        WHERE signature_id IN (SELECT id FROM signatures WHERE agreement_id = '${id}')`,
    ],
    [
      'strokes taken away',
      'strokesBound',
      (id) => `DELETE FROM signature_strokes
        WHERE signature_id IN (SELECT id FROM signatures WHERE agreement_id = '${id}')`,
    ],
    [
      'strokes of another paper',
      'strokesBound',
      (id) => `${drop('signature_strokes_refuse_update')}
        UPDATE signature_strokes SET paper_sha256 = '${'0'.repeat(64)}'
        WHERE signature_id IN (SELECT id FROM signatures WHERE agreement_id = '${id}')`,
    ],
  ]
  it.each(forgeries)('betrays %s', async (_what, check, forge) => {
    const own = await openCentre()
    try {
      const { id } = await approvedAgreement(own, await heldCase(own))
      await signOnScreen(own, id, 0)
      expect(await own.as.head.audit.verify({})).toEqual({ clean: true, findings: [] })
      own.store().connection.exec(forge(id))
      const { clean, findings } = await own.as.head.audit.verify({})
      expect(clean).toBe(false)
      expect(findings.map((finding) => finding.check)).toContain(check)
    } finally {
      await own.close()
    }
  })

  it('betrays a text that was replaced together with its digest, and an approval nobody gave', async () => {
    const own = await openCentre()
    try {
      const { id } = await approvedAgreement(own, await heldCase(own))
      const { connection } = own.store()
      connection.exec('DROP TRIGGER agreements_frozen')
      const row = connection.get('SELECT frozen FROM agreements WHERE id = ?', [id])
      const text = String(row?.['frozen']).replaceAll('17048', '27048')
      const sha256 = createHash('sha256').update(text).digest('hex')
      connection.run('UPDATE agreements SET frozen = ?, frozen_sha256 = ? WHERE id = ?', [
        text,
        sha256,
        id,
      ])
      const verify = async () => (await own.as.head.audit.verify({})).findings
      expect(await verify()).toContainEqual({
        check: 'agreementsAsVouched',
        detail: `${id}: log`,
      })
      connection.exec(`UPDATE migrations SET applied_at = '2020-01-01T00:00:00.000Z'`)
      connection.exec('DROP TRIGGER audit_log_refuse_delete; DELETE FROM audit_log')
      expect(await verify()).toContainEqual({
        check: 'agreementsAsVouched',
        detail: `${id}: notInLog`,
      })
    } finally {
      await own.close()
    }
  })

  it('betrays minutes that say something else than when the session ended', async () => {
    const own = await openCentre()
    try {
      await heldCase(own)
      expect(await own.as.head.audit.verify({})).toEqual({ clean: true, findings: [] })
      own.store().connection.exec(`DROP TRIGGER entries_frozen_update;
        UPDATE entries SET text = '一共欠我7,048.28元。' WHERE text LIKE '一共欠我%'`)
      const { findings } = await own.as.head.audit.verify({})
      expect(findings.map(({ check }) => check)).toContain('minutesAsVouched')
    } finally {
      await own.close()
    }
  })
})

describe('the strokes', () => {
  it('are for those who may read the agreement', async () => {
    const { id } = await approved()
    const { signatureId } = await signOnScreen(centre, id, 0, nextHand())
    const { head, otherMediator, receptionist } = centre.as
    expect((await head.agreements.strokes({ id, signatureId })).strokes).toHaveLength(
      handStrokes().length,
    )
    expect(await refusalCode(otherMediator.agreements.strokes({ id, signatureId }))).toBe(
      'cases.notReadable',
    )
    expect(await refusalCode(receptionist.agreements.strokes({ id, signatureId }))).toBe(
      'users.notPermitted',
    )
  })
})
