import type { Place } from './navigation.ts'

type SetUpStep = 'desks' | 'firms' | 'lawyers' | 'rota'

export const setUpSteps: readonly { step: SetUpStep; word: string; place: Place; why: string }[] = [
  {
    step: 'desks',
    word: '窗口和班次',
    place: { to: 'settings', section: 'desks' },
    why: '在哪儿值、几点到几点、要几个人',
  },
  {
    step: 'firms',
    word: '律所',
    place: { to: 'settings', section: 'lawyers' },
    why: '哪些律所签了协议，没有可以跳过',
  },
  {
    step: 'lawyers',
    word: '律师',
    place: { to: 'settings', section: 'lawyers' },
    why: '谁来值，哪些时段能来',
  },
  { step: 'rota', word: '值班表', place: { to: 'rotas' }, why: '自动排好，看过再发布' },
]

/** The first step with nothing done; firms are passed over once there are lawyers. */
export const nextSetUpStep = (counts: Record<'desks' | 'firms' | 'lawyers', number>): SetUpStep => {
  if (counts.desks === 0) return 'desks'
  if (counts.lawyers > 0) return 'rota'
  return counts.firms === 0 ? 'firms' : 'lawyers'
}
