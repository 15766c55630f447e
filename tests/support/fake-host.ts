import type { Host, PrintablePage, PrintOutcome } from '#ipc/host.ts'

type Printed = { title: string; copies: number; text: string }

/** A building without windows: keeps what it was asked to do and answers what the test put there. */
export type FakeHost = Host & {
  readonly rendered: PrintablePage[]
  readonly printed: Printed[]
  readonly asked: { defaultName: string; extension: string }[]
  /** Where the next file is saved; undefined is a cancelled dialog. */
  saveTo: string | undefined
  /** What the next open dialog answers. */
  files: string[]
  outcome: PrintOutcome
  coresEnded: number
}

/** Stands for a PDF: its bytes are the HTML that Chromium would have been given. */
export const fakePdf = (html: string) => new TextEncoder().encode(`%PDF-fake\n${html}`)

export function fakeHost(): FakeHost {
  const host: FakeHost = {
    rendered: [],
    printed: [],
    asked: [],
    saveTo: undefined,
    files: [],
    outcome: { printed: true },
    coresEnded: 0,
    renderPdf(page) {
      host.rendered.push(page)
      return Promise.resolve(fakePdf(page.html))
    },
    print(pdf, title, copies) {
      if (host.outcome.printed)
        host.printed.push({ title, copies, text: new TextDecoder().decode(pdf) })
      return Promise.resolve(host.outcome)
    },
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
