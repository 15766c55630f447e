import type { Failure } from '../lib/failure.ts'
import { formatClock } from '../lib/format/date.ts'
import type { SaveState } from '../lib/save-queue.ts'

const words = (state: SaveState<Failure>): string => {
  switch (state.kind) {
    case 'saved':
      return state.at === undefined ? '边写边存，不用手动保存' : `已保存 ${formatClock(state.at)}`
    case 'waiting':
      return '正在保存…'
    case 'retrying':
      return '还没有存上，正在重试…'
    case 'stopped':
      return '没有存上'
  }
}

export const SaveNote = ({ state }: { state: SaveState<Failure> }) => (
  <output aria-label="保存情况">{words(state)}</output>
)
