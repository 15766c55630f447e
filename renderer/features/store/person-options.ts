import type { Me } from '#contract/store.ts'
import { roleLabels } from '../../lib/labels/roles.ts'

export const personOptions = (people: readonly Me[]) =>
  people.map(({ userId, name, role }) => ({
    value: userId,
    label: `${name}（${roleLabels[role]}）`,
  }))
