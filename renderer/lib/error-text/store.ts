import { textIn, type FailureWords, type WordsOf } from './words.ts'
import { tooManyAttemptsText, wrongPasswordText } from './users.ts'

export const storeTexts = {
  'store.locked': '已经锁定，请先登录。',
  'store.diskFull': '磁盘满了，这一步没有存下。请删掉些不用的文件再试；已经存好的内容不受影响。',
  'store.practiceOnly': '这一步只能在练习中心里做。',
} satisfies WordsOf<'store'>

const keyWrong: FailureWords = '恢复码不对。请对照纸上的恢复码逐组核对。'

/** Codes of the store's files themselves, as they come from below the door. */
export const storeFileTexts = {
  'store.wrong-password': wrongPasswordText,
  'store.wrong-key': '密码或恢复码打不开这份数据。',
  'store.recovery-key-mistyped': '恢复码里有字打错了。请对照纸上逐组核对。',
  'store.wrong-recovery-key': keyWrong,
  'store.no-such-user': '这份数据里没有这个人的登录信息。请换一个人，或用恢复码。',
  'store.last-slot': '这是最后一把能打开数据的钥匙，不能去掉。',
  'store.locked-out': tooManyAttemptsText,
  'store.not-encrypted': '这份数据没有加密，不是谈心存下的样子，没有打开。',
  'store.newer-schema': storeTexts['store.newerVersion'],
  'store.migration-failed': storeTexts['store.migrationFailed'],
  'store.not-found': storeTexts['store.missing'],
  'store.exists': storeTexts['store.alreadyExists'],
  'store.in-use': storeTexts['store.inUse'],
  'store.no-space': storeTexts['store.diskFull'],
  'backup.exists': '那里已有同名的备份，没有覆盖。请换个地方或稍后再试。',
  'backup.no-space': '那里的空间不够，备份没有做成。请换一个 U 盘或清出空间。',
  'backup.not-found': '找不到这份备份，U 盘可能拔掉了。请插好再选。',
  'backup.unreadable': (details) =>
    `这份备份读不出来，可能不完整${textIn(details, 'part') ? `（${textIn(details, 'part')}）` : ''}。请换一份备份。`,
  'backup.other-store': '这份备份属于另一个中心，密码或恢复码对不上。',
} satisfies Record<string, FailureWords>
