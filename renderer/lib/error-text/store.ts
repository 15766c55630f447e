import type { StoreErrorCode } from '#db/domain/errors.ts'
import { tooManyAttemptsText, wrongPasswordText } from './users.ts'
import type { FailureWords, WordsOf } from './words.ts'

const diskFull = '磁盘满了，这一步没有存下。请删掉些不用的文件再试；已经存好的内容不受影响。'

export const storeTexts = {
  'store.locked': '已经锁定，请先登录。',
  'store.diskFull': diskFull,
  'store.practiceOnly': '这一步只能在练习中心里做。',
} satisfies WordsOf<'store'>

/** Codes of the store's files themselves, as they come from below the door. */
export const storeFileTexts = {
  'store.wrong-password': wrongPasswordText,
  'store.wrong-key': '密码或恢复码打不开这份数据。',
  'store.recovery-key-mistyped': '恢复码里有字打错了。请对照纸上逐组核对，注意 8 和 B、5 和 S。',
  'store.wrong-recovery-key': '恢复码不对。请对照纸上的恢复码逐组核对。',
  'store.no-such-user': '这份数据里没有这个人的登录信息。请换一个人，或用恢复码。',
  'store.last-slot': '这是最后一把能打开数据的钥匙，不能去掉。',
  'store.locked-out': tooManyAttemptsText,
  'store.damaged': '数据文件有损坏，为免情况变坏没有打开。请从最近的备份恢复，并告诉管理员。',
  'store.not-encrypted': '这份数据没有加密，不是谈心存下的样子，没有打开。',
  'store.newer-schema': '数据是用更新的版本存的，这个版本读不了。请先更新软件。',
  'store.migration-failed':
    '升级数据没有成功，已退回升级前的样子，数据没有丢。请把情况告诉管理员。',
  'store.not-found': '这台电脑上还没有数据。可以新建，或从备份恢复。',
  'store.exists': '这台电脑上已经有数据了，没有再新建，原来的数据没有动。',
  'store.in-use': '数据正被另一个窗口或程序使用。请先关掉那一个再试。',
  'store.no-space': diskFull,
  'backup.exists': '那里已有同名的备份，没有覆盖。请换个地方或稍后再试。',
  'backup.no-space': '那里的空间不够，备份没有做成。请换一个 U 盘或清出空间。',
  'backup.not-found': '找不到这份备份，U 盘可能拔掉了。请插好再选。',
  'backup.unreadable': '这份备份读不出来，可能不完整。请换一份备份。',
  'backup.other-store': '这份备份属于另一个中心，密码或恢复码对不上。',
} satisfies Record<StoreErrorCode, FailureWords>
