import { describe, expect, it } from 'vitest'
import { isNoise } from '../../electron/runtime/app-process.mjs'

describe('isNoise', () => {
  it.each([
    '[11054:1122/033817.361:ERROR:bus.cc(407)] Failed to connect to the bus: no such file',
    '[11083:1122/033817.768:ERROR:viz_main_impl.cc(181)] Exiting GPU process due to errors during initialization',
  ])('drops %s', (line) => {
    expect(isNoise(line)).toBe(true)
  })

  it.each([
    'Error: the store could not be opened',
    '[1:1122/033817.1:FATAL:electron_main_delegate.cc(287)] Running as root without --no-sandbox',
    '[1:1122/033817.1:ERROR:CONSOLE(1)] "Uncaught TypeError: x is undefined"',
  ])('shows %s', (line) => {
    expect(isNoise(line)).toBe(false)
  })
})
