import { Notice } from '../../ui/notice.tsx'

type Props = {
  pages: number
  /** Sheets of paper that a copy takes; undefined before it is known. */
  sheets: number | undefined
}

/** @policy ux.md §2.5: no law asks for the seal over the edges, practice does. */
export const SealNotice = ({ pages, sheets }: Props) => (
  <Notice title="请盖骑缝章">
    这份文书共 {pages} 页{sheets === undefined ? '' : ` ${sheets} 张纸`}
    。打印后每一份都要在页边盖骑缝章。
  </Notice>
)
