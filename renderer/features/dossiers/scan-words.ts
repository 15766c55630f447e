import type { ScanPage } from '#contract/scans.ts'

const partWords = {
  whole: '',
  left: '左半',
  right: '右半',
  top: '上半',
  bottom: '下半',
} as const satisfies Record<ScanPage['part'], string>

/** 扫描001.pdf 第 3 页左半 */
export const scanName = ({
  fileName,
  filePage,
  part,
}: Pick<ScanPage, 'fileName' | 'filePage' | 'part'>): string =>
  `${fileName} 第 ${filePage} 页${partWords[part]}`
