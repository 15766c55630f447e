import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldIdentity, foldName, isSamePerson } from '#db/domain/duty/conflict.ts'
import { agreementOn, isWithCentre } from '#db/domain/duty/membership.ts'
import { isWeakPin } from '#db/domain/duty/pin.ts'
import { localDate } from '#db/domain/local-date.ts'

describe('isSamePerson', () => {
  const worker = { name: '张三', identityNumber: '000000199001010014' }

  it('goes by the number where both are known, whatever the names', () => {
    expect(isSamePerson(worker, { name: '张叁', identityNumber: worker.identityNumber })).toBe(true)
    expect(isSamePerson(worker, { name: '张三', identityNumber: '000000198001010012' })).toBe(false)
  })

  it('goes by the name where one number is missing', () => {
    expect(isSamePerson(worker, { name: '张 三', identityNumber: '' })).toBe(true)
    expect(isSamePerson(worker, { name: '张四', identityNumber: '' })).toBe(false)
    expect(
      isSamePerson(
        { name: '云溪（集团）有限公司', identityNumber: '' },
        { name: '云溪(集团) 有限公司', identityNumber: '' },
      ),
    ).toBe(true)
  })

  it('never matches two people without a name', () => {
    expect(isSamePerson({ name: ' ', identityNumber: '' }, { name: '', identityNumber: '' })).toBe(
      false,
    )
  })

  it('knows the old card of fifteen digits in the new one', () => {
    expect(foldIdentity('000000 19900101 0014')).toBe(foldIdentity('000000900101001'))
    expect(foldIdentity('00000020080101001x')).toBe('00000020080101001X')
  })

  it('is the same both ways round', () => {
    const named = fc.record({
      name: fc.constantFrom('张三', '张 三', '李四', ''),
      identityNumber: fc.constantFrom('', '000000199001010014', '000000900101001', '91000000MA'),
    })
    fc.assert(
      fc.property(named, named, (one, other) => {
        expect(isSamePerson(one, other)).toBe(isSamePerson(other, one))
      }),
    )
  })

  it('folds blanks, capitals and full-width forms of a name', () => {
    expect(foldName(' ＡＢ　公司 ')).toBe('ab公司')
  })
})

describe('isWithCentre', () => {
  it('counts the day of joining and not the day of leaving', () => {
    const [joinedOn, leftOn] = [localDate('2026-03-01'), localDate('2026-11-22')]
    const on = (day: string) => isWithCentre({ joinedOn, leftOn }, localDate(day))
    expect(on('2026-02-28')).toBe(false)
    expect(on('2026-03-01')).toBe(true)
    expect(on('2026-11-21')).toBe(true)
    expect(on('2026-11-22')).toBe(false)
    expect(isWithCentre({ joinedOn }, localDate('2099-01-01'))).toBe(true)
  })
})

describe('agreementOn', () => {
  it('tells whether the agreement runs, both its days counted', () => {
    const firm = {
      agreementFrom: localDate('2026-01-01'),
      agreementTo: localDate('2026-12-31'),
    }
    expect(agreementOn(firm, localDate('2025-12-31'))).toBe('notYet')
    expect(agreementOn(firm, localDate('2026-01-01'))).toBe('inForce')
    expect(agreementOn(firm, localDate('2026-12-31'))).toBe('inForce')
    expect(agreementOn(firm, localDate('2027-01-01'))).toBe('over')
    expect(agreementOn({}, localDate('2026-01-01'))).toBe('unknown')
  })
})

describe('isWeakPin', () => {
  it('refuses one digit repeated and digits in a row', () => {
    expect(['000000', '123456', '987654', '456789'].every(isWeakPin)).toBe(true)
    expect(['135790', '112233', '890123', '274913'].some(isWeakPin)).toBe(false)
  })
})
