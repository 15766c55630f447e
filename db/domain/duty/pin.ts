/**
 * Six digits that somebody tries first: all the same, or counting up or down.
 * @policy A PIN for the desk is no password, but it is not 123456
 */
export const isWeakPin = (pin: string): boolean => {
  const steps = [...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index]))
  const first = steps[0] ?? 0
  return [0, 1, -1].includes(first) && steps.every((step) => step === first)
}
