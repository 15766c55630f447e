import type { FormHead } from '#contract/papers.ts'

export const formSetLabels = {
  dossier: '卷宗文书',
  labour: '劳动争议',
  court: '法院委派和司法确认',
  letters: '函件和告知',
  desk: '窗口、值班和台账',
} satisfies Record<FormHead['set'], string>

export const formSets = Object.keys(formSetLabels) as FormHead['set'][]

export const presenceLabels = {
  must: '必须有',
  oneOf: '同类的几种必须有一种',
  asNeeded: '按需要',
  ifAgreed: '达成协议时必须有',
  ifNotAgreed: '未达成协议时必须有',
} satisfies Record<FormHead['presence'], string>
