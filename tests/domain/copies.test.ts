import { describe, expect, it } from 'vitest'
import { copiesOf } from '#db/domain/dossier/copies.ts'

const two = { parties: 2, court: false }

describe('copiesOf', () => {
  it('gives of an agreement one to each party and one to the committee', () => {
    expect(copiesOf({ form: 'f10' }, two)).toBe(3)
    expect(copiesOf({ form: 'f10' }, { ...two, parties: 12 })).toBe(13)
  })

  it('adds one for the court and one for the body that sent the dispute', () => {
    expect(copiesOf({ form: 'f10' }, { ...two, court: true })).toBe(4)
    expect(copiesOf({ form: 'f10' }, { ...two, court: true, referred: true })).toBe(5)
    expect(copiesOf({ form: 'f06' }, { ...two, court: true })).toBe(2)
  })

  it('gives of a notice one to each who is told and one to the volume', () => {
    expect(copiesOf({ form: 'f04' }, two)).toBe(3)
    expect(copiesOf({ form: 'f18' }, { ...two, parties: 4 })).toBe(5)
    expect(copiesOf({ form: 'calc-annex' }, two)).toBe(3)
    expect(copiesOf({ form: 'f19' }, { ...two, applicants: 3 })).toBe(4)
  })

  it('gives of a letter one to the addressee and one to the volume', () => {
    for (const form of ['f20-transfer', 'f14-persons', 'f23', 'f24', 'f30-reply'])
      expect(copiesOf({ form }, two)).toBe(2)
  })

  it('prints everything else once, and nothing that is made of scans alone', () => {
    for (const form of ['f00', 'f09', 'f16', 'of-a-county']) expect(copiesOf({ form }, two)).toBe(1)
    expect(copiesOf({ form: 'f05', scanOnly: true }, two)).toBe(0)
  })

  it('prints at most 99', () => {
    expect(copiesOf({ form: 'f10' }, { ...two, parties: 200 })).toBe(99)
  })
})
