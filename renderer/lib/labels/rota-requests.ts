import type { RotaRequest } from '#contract/requests.ts'
import type { Tone } from './status.ts'

/** Where it stands, and whose word is missing. */
export const requestState = ({
  state,
  kind,
  partnerId,
  over,
}: Pick<RotaRequest, 'state' | 'kind' | 'partnerId' | 'over'>): { word: string; tone: Tone } => {
  switch (state) {
    case 'done':
      return { word: '已办成', tone: 'done' }
    case 'declined':
      return { word: '没有同意', tone: 'late' }
    case 'withdrawn':
      return { word: '已撤回', tone: 'plain' }
    case 'agreed':
    case 'asked': {
      if (over) return { word: '已过时', tone: 'plain' }
      if (state === 'agreed' || kind === 'leave') return { word: '等主任同意', tone: 'waiting' }
      return { word: partnerId ? '等对方答复' : '等主任找人', tone: 'waiting' }
    }
  }
}
