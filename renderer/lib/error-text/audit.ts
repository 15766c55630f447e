import type { AlarmCode } from '#db/domain/errors.ts'
import type { FailureWords } from './words.ts'

/** Told beside an open record, so each says what to do about it. */
export const alarmTexts = {
  'audit.anchor-missing': '核对操作日志用的文件不见了，可能被删过。请问清原因并报告主任。',
  'audit.anchor-altered': '核对操作日志用的文件被改过。请保留现状并报告主任。',
  'audit.records-missing':
    '数据比上次用的时候旧，少了一些操作记录，可能被换成了旧文件。请问清原因并报告主任。',
  'audit.chain-replaced': '操作日志前后对不上，可能被改过。请保留现状并报告主任。',
} satisfies Record<AlarmCode, FailureWords>
