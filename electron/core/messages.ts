import type {
  HandOut,
  PrintablePage,
  PrintOutcome,
  PrintRequest,
  SystemJob,
  SystemPrinter,
} from '#ipc/host.ts'

/** What main tells the core besides page ports. */
export type CoreSettings = {
  dir: string
  resources: string
  logs: string
  appVersion: string
}

/** The core's questions to main and main's answers, by name. */
export type HostCalls = {
  renderPdf: { ask: [page: PrintablePage]; answer: Uint8Array }
  print: { ask: [pdf: Uint8Array, title: string, copies: number]; answer: PrintOutcome }
  printers: { ask: []; answer: SystemPrinter[] }
  handOut: { ask: [request: PrintRequest]; answer: HandOut }
  systemJob: { ask: [printer: string, job: string]; answer: SystemJob }
  cancelSystemJob: { ask: [printer: string, job: string]; answer: void }
  missingGlyphs: { ask: [characters: string]; answer: string[] }
  officePdf: { ask: [docx: Uint8Array]; answer: Uint8Array | undefined }
  chooseFolder: { ask: [options: { title: string }]; answer: string | undefined }
  chooseSaveFile: {
    ask: [options: { title: string; defaultName: string; extension: string }]
    answer: string | undefined
  }
  chooseOpenFiles: {
    ask: [options: { title: string; extensions: string[]; many: boolean }]
    answer: string[]
  }
  installedFonts: { ask: []; answer: string[] }
}
export type HostCallName = keyof HostCalls

export type HostQuestion = {
  [N in HostCallName]: { type: 'host'; id: number; call: N; ask: HostCalls[N]['ask'] }
}[HostCallName]

export type FromCore = HostQuestion | { type: 'ready' } | { type: 'end'; reason: 'locked' }

export type ToCore =
  | { type: 'connect' }
  | { type: 'quit' }
  | { type: 'answer'; id: number; ok: true; value: unknown }
  | { type: 'answer'; id: number; ok: false; message: string }
