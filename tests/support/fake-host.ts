import type {
  HandOut,
  Host,
  PrintablePage,
  PrintOutcome,
  PrintRequest,
  SystemJob,
  SystemPrinter,
} from '#ipc/host.ts'
import { fakePdf } from './fake-pdf.ts'

type Printed = { title: string; copies: number; text: string }

/** A building without windows: keeps what it was asked to do and answers what the test put there. */
export type FakeHost = Host & {
  readonly rendered: PrintablePage[]
  /** What came out of a printer, by either way. */
  readonly printed: Printed[]
  readonly asked: { defaultName: string; extension: string }[]
  /** Where the next file is saved; undefined is a cancelled dialog. */
  saveTo: string | undefined
  /** What the next open dialog answers. */
  files: string[]
  /** What the next folder dialog answers. */
  folder: string | undefined
  outcome: PrintOutcome
  /** The machine's printers; one that is ready and the usual one until the test says otherwise. */
  systemPrinters: SystemPrinter[]
  /** How the next papers are taken; a system job's number makes the queue ask for its state. */
  taking: HandOut
  readonly handedOut: PrintRequest[]
  /** States of the system's jobs by number; one that is not here the system does not know. */
  systemJobs: Record<string, SystemJob>
  readonly cancelledJobs: string[]
  /** Characters that no font of this machine holds. */
  unprintable: string[]
  /** What the office program makes of the next Word file; undefined is a machine without one. */
  office: Uint8Array | undefined
  coresEnded: number
}

export const fakePrinter: SystemPrinter = {
  name: 'desk',
  label: '办公室打印机',
  isDefault: true,
  state: 'ready',
  duplex: true,
}

export function fakeHost(): FakeHost {
  const keep = (pdf: Uint8Array, title: string, copies: number) =>
    host.printed.push({ title, copies, text: new TextDecoder().decode(pdf) })
  const host: FakeHost = {
    rendered: [],
    printed: [],
    asked: [],
    saveTo: undefined,
    files: [],
    folder: undefined,
    outcome: { printed: true },
    systemPrinters: [fakePrinter],
    taking: { taken: true },
    handedOut: [],
    systemJobs: {},
    cancelledJobs: [],
    unprintable: [],
    office: undefined,
    coresEnded: 0,
    renderPdf(page) {
      // Codes of pages are laid over a paper; they are no paper.
      if (page.title !== 'stamps') host.rendered.push(page)
      return fakePdf(page)
    },
    print(pdf, title, copies) {
      if (host.outcome.printed) keep(pdf, title, copies)
      return Promise.resolve(host.outcome)
    },
    printers: () => Promise.resolve(host.systemPrinters),
    handOut(request) {
      host.handedOut.push(request)
      if (host.taking.taken) keep(request.pdf, request.title, request.copies)
      return Promise.resolve(host.taking)
    },
    systemJob: (_printer, job) => Promise.resolve(host.systemJobs[job] ?? { state: 'unknown' }),
    cancelSystemJob(_printer, job) {
      host.cancelledJobs.push(job)
      if (host.systemJobs[job]?.state === 'waiting') host.systemJobs[job] = { state: 'cancelled' }
      return Promise.resolve()
    },
    missingGlyphs: (characters) =>
      Promise.resolve(host.unprintable.filter((each) => characters.includes(each))),
    officePdf: () => Promise.resolve(host.office),
    chooseFolder: () => Promise.resolve(host.folder),
    chooseSaveFile({ defaultName, extension }) {
      host.asked.push({ defaultName, extension })
      return Promise.resolve(host.saveTo)
    },
    chooseOpenFiles: () => Promise.resolve(host.files),
    installedFonts: () => Promise.resolve(['Noto Serif CJK SC', 'Noto Sans CJK SC']),
    endCore() {
      host.coresEnded += 1
    },
  }
  return host
}
