/** Checks of db/verify.ts and db/store-checks.ts. */
const words: Readonly<Record<string, string>> = {
  integrity: '数据文件',
  foreignKeys: '数据之间的联系',
  audit: '操作日志',
  anchor: '与上次使用时的对照',
  checks: '数据规则',
  instalmentsSumToTotal: '分期合计与总额不符',
  agreementNumbersWithoutGaps: '协议编号有空缺',
  caseNumbersWithoutGaps: '案件编号有空缺',
  signedAgreementHasDate: '已签协议缺生效日期',
  caseStatusIsItsLastStep: '案件状态与经过不符',
}

export const checkWords = (check: string): string => words[check] ?? check
