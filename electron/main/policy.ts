import { app, session, type WebContents } from 'electron'

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

const isOurs = (url: string) => {
  const { protocol } = new URL(url)
  return (
    protocol === 'app:' || protocol === 'devtools:' || protocol === 'data:' || protocol === 'blob:'
  )
}

/** Nothing is loaded from the network, no permission is given, no page leads away. */
export function closeSession() {
  const { defaultSession } = session
  defaultSession.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOurs(details.url) })
  })
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false)
  })
  defaultSession.setPermissionCheckHandler(() => false)
  defaultSession.setDevicePermissionHandler(() => false)
  app.on('web-contents-created', (_event, contents) => {
    closeContents(contents)
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
