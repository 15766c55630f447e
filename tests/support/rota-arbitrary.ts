import fc from 'fast-check'
import { addDays, localDate } from '#db/domain/local-date.ts'
import type { RotaLawyer, RotaProblem, RotaShift } from '#db/domain/rota/problem.ts'
import { lawyerOf, problemOf } from './rota-instances.ts'

const halves = ['morning', 'afternoon'] as const
const half = fc.constantFrom(...halves)
// Thursday before National Day, over the holiday's first weekend.
const first = localDate('2026-09-29')
const date = fc.nat({ max: 5 }).map((days) => addDays(first, days))
const someOf = <T>(items: readonly T[], maxLength = items.length) =>
  fc.subarray([...items], { maxLength: Math.min(maxLength, items.length) })
const fields = ['劳动', '婚姻']
const firms = [
  { id: 'f1', name: '甲所', agreementTo: localDate('2026-10-03') },
  { id: 'f2', name: '乙所' },
]

const limits = fc.record(
  {
    perWeek: fc.integer({ min: 1, max: 4 }),
    perMonth: fc.integer({ min: 1, max: 5 }),
    restDays: fc.integer({ min: 0, max: 2 }),
    twiceADay: fc.boolean(),
  },
  { requiredKeys: [] },
)

const person = (id: string): fc.Arbitrary<RotaLawyer> =>
  fc
    .record({
      firm: fc.option(fc.constantFrom('f1', 'f2'), { nil: undefined }),
      fields: someOf(fields),
      languages: someOf(['本地话']),
      share: fc.constantFrom(1, 0.5),
      activeDays: fc.constantFrom(365, 100),
      exceptions: fc.array(
        fc.record({ date, half: fc.option(half, { nil: undefined }), available: fc.boolean() }),
        { maxLength: 2 },
      ),
      leave: fc.array(
        date.map((from) => ({ from, to: addDays(from, 1) })),
        { maxLength: 1 },
      ),
      wishes: fc.array(
        fc.record({
          date,
          half: fc.option(half, { nil: undefined }),
          kind: fc.constantFrom('want' as const, 'avoid' as const),
        }),
        { maxLength: 2 },
      ),
      limits,
      history: fc.record({
        total: fc.nat({ max: 5 }),
        weekends: fc.nat({ max: 2 }),
        beforeHolidays: fc.nat({ max: 1 }),
      }),
    })
    .map((given) => lawyerOf(id, given))

const turn = (id: string): fc.Arbitrary<RotaShift> =>
  fc.record({
    id: fc.constant(id),
    date,
    half,
    desk: fc.constantFrom('d1', 'd2'),
    demand: fc.constantFrom(1, 1, 2),
    needs: fc.array(
      fc.record({
        kind: fc.constant('field' as const),
        value: fc.constantFrom(...fields),
        required: fc.boolean(),
      }),
      { maxLength: 1 },
    ),
    conflictFirms: someOf(['f1', 'f2'], 1),
  })

/** Small problems in which every rule occurs; many cannot be solved. */
export const smallProblem: fc.Arbitrary<RotaProblem> = fc
  .record({ people: fc.integer({ min: 3, max: 4 }), turns: fc.integer({ min: 2, max: 4 }) })
  .chain(({ people, turns }) => {
    const lawyers = Array.from({ length: people }, (_, n) => `l${n + 1}`)
    const shifts = Array.from({ length: turns }, (_, n) => `s${n + 1}`)
    const assignment = fc.record({
      lawyer: fc.constantFrom(...lawyers),
      shift: fc.constantFrom(...shifts),
    })
    const assignments = (maxLength: number) =>
      fc.uniqueArray(assignment, {
        maxLength,
        selector: ({ lawyer, shift }) => `${lawyer}|${shift}`,
      })
    return fc.record({
      lawyers: fc.tuple(...lawyers.map(person)),
      shifts: fc.tuple(...shifts.map(turn)),
      pairings: fc.array(
        fc.record({
          lawyers: fc.constantFrom(['l1', 'l2'] as const, ['l2', 'l3'] as const),
          kind: fc.constantFrom('together' as const, 'apart' as const),
        }),
        { maxLength: 2 },
      ),
      pins: fc
        .tuple(assignments(2), fc.boolean())
        .map(([pins, knowingly]) =>
          pins.map((pin, index) => ({ ...pin, knowingly: knowingly && index === 0 })),
        ),
      published: assignments(3),
      adjacent: fc.array(fc.record({ lawyer: fc.constantFrom(...lawyers), date, half }), {
        maxLength: 1,
      }),
      allowGaps: fc.boolean(),
      conflicts: fc.constantFrom('forbid' as const, 'flag' as const),
    })
  })
  .map(({ allowGaps, conflicts, ...given }) =>
    problemOf({
      ...given,
      firms,
      desks: [
        { id: 'd1', name: '一号窗口' },
        { id: 'd2', name: '二号窗口' },
      ],
      calendar: {
        holidays: [1, 2, 3].map((day) => localDate(`2026-10-0${day}`)),
        workdays: [localDate('2026-10-04')],
      },
      settings: { allowGaps, conflicts },
    }),
  )
