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
  // A recording that is listened to
  'media-src blob:',
  "connect-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const ourProtocols = ['app:', 'devtools:', 'data:', 'blob:']
/** A paper comes from memory, and so do the pages of one that is printed. */
const paperProtocols = ['paper:', 'data:']

/** Nothing is loaded from the network or downloaded, no permission is given, no page leads away. */
export function closeSessions() {
  close(session.defaultSession, ourProtocols)
  allowOurPage(session.defaultSession)
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

/** Two permissions for our own page: the whole screen, and sound of the microphone, for which the room asks the parties first. */
function allowOurPage(opened: Session) {
  opened.setPermissionRequestHandler((contents, permission, answer, details) => {
    const types = 'mediaTypes' in details ? details.mediaTypes : undefined
    const isSoundOnly = types?.length === 1 && types[0] === 'audio'
    const isWanted = permission === 'fullscreen' || (permission === 'media' && isSoundOnly)
    answer(isWanted && isOurs(contents.getURL()))
  })
  opened.setPermissionCheckHandler(
    (_contents, permission, origin, details) =>
      (permission === 'fullscreen' || (permission === 'media' && details.mediaType === 'audio')) &&
      isOurs(origin),
  )
}

const isOurs = (url: string): boolean => URL.canParse(url) && new URL(url).protocol === 'app:'

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
