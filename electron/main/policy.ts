import { app, session, type Session, type WebContents } from 'electron'
import { paperPartition } from './ports/paper-window.ts'

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  // antd writes its styles at run time
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const ourProtocols = ['app:', 'devtools:', 'data:', 'blob:']
/** A paper comes from memory; a PDF to print is a file in Chromium's own viewer. */
const paperProtocols = ['paper:', 'file:', 'chrome-extension:', 'chrome:', 'data:', 'blob:']

/** Nothing is loaded from the network or downloaded, no permission is given, no page leads away. */
export function closeSessions() {
  close(session.defaultSession, ourProtocols)
  close(session.fromPartition(paperPartition), paperProtocols)
  app.on('web-contents-created', (_event, contents) => {
    closeContents(contents)
  })
}

function close(closed: Session, protocols: readonly string[]) {
  closed.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !protocols.includes(new URL(details.url).protocol) })
  })
  closed.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false)
  })
  closed.setPermissionCheckHandler(() => false)
  closed.setDevicePermissionHandler(() => false)
  closed.on('will-download', (event) => {
    event.preventDefault()
  })
}

function closeContents(contents: WebContents) {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => {
    event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
}

export const policyHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
}
