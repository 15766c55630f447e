import { begunForm } from '../../lib/begun-forms.ts'
import { useMe } from '../../lib/me.ts'
import { useToast } from '../../ui/toast.ts'

/** Back from a form: what is not saved stays for coming back, and that is said. */
export const useLeaveForm = (page: string, onLeave: () => void): (() => void) => {
  const { userId } = useMe()
  const toast = useToast()
  return () => {
    if (begunForm({ userId, page }) !== undefined) toast('还没有保存；填的内容留着，再打开接着填')
    onLeave()
  }
}
