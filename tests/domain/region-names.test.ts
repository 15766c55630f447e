import { describe, expect, it } from 'vitest'
import { regionName } from '#db/domain/region-names.ts'

describe('regionName', () => {
  it.each([
    ['CN', '全国'],
    ['330000', '浙江省'],
    ['330200', '浙江省宁波市'],
    ['440300', '广东省深圳市'],
    ['330206', '浙江省宁波市（330206）'],
    ['330502', '浙江省（330502）'],
    ['110101', '地区110101'],
  ])('calls %s %s', (region, name) => {
    expect(regionName(region)).toBe(name)
  })
})
