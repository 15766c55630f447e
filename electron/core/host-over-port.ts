import type { Host } from '#ipc/host.ts'
import type { FromCore, HostCallName, HostCalls, HostQuestion, ToCore } from './messages.ts'

type Waiting = { resolve: (value: never) => void; reject: (error: Error) => void }

/** The building's services, asked of the main process by message. */
export function hostOverPort(post: (message: FromCore) => void) {
  const waiting = new Map<number, Waiting>()
  let last = 0
  const call = <N extends HostCallName>(name: N, ...ask: HostCalls[N]['ask']) =>
    new Promise<HostCalls[N]['answer']>((resolve, reject) => {
      last += 1
      waiting.set(last, { resolve, reject })
      post({ type: 'host', id: last, call: name, ask } as HostQuestion)
    })
  const host: Host = {
    renderPdf: (page) => call('renderPdf', page),
    print: (pdf, title, copies) => call('print', pdf, title, copies),
    printers: () => call('printers'),
    handOut: (request) => call('handOut', request),
    systemJob: (printer, job) => call('systemJob', printer, job),
    cancelSystemJob: (printer, job) => call('cancelSystemJob', printer, job),
    missingGlyphs: (characters) => call('missingGlyphs', characters),
    officePdf: (docx) => call('officePdf', docx),
    chooseFolder: (options) => call('chooseFolder', options),
    chooseSaveFile: (options) => call('chooseSaveFile', options),
    chooseOpenFiles: (options) => call('chooseOpenFiles', options),
    installedFonts: () => call('installedFonts'),
    endCore: () => {
      // The answer to the page must leave first.
      setTimeout(() => {
        post({ type: 'end', reason: 'locked' })
      }, 50)
    },
  }
  const answered = (message: Extract<ToCore, { type: 'answer' }>) => {
    const asked = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.ok) asked?.resolve(message.value as never)
    else asked?.reject(new Error(message.message))
  }
  return { host, answered }
}
