import { Button } from './button.tsx'
import { Notice } from './notice.tsx'

/** Over a form that still holds what was typed before. */
export function BegunNotice({ shown, onDrop }: { shown: boolean; onDrop: () => void }) {
  if (!shown) return null
  return (
    <Notice title="这是上次没有保存的内容" actions={<Button onClick={onDrop}>不要了</Button>}>
      接着写完再保存；不要了就恢复成原来的样子。
    </Notice>
  )
}
