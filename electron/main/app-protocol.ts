import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol } from 'electron'
import { policyHeaders } from './policy.ts'

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

export const pageOrigin = 'app://tanxin/'
export const pageUrl = `${pageOrigin}index.html`

/** Must be told before the app is ready. */
export const declareAppProtocol = () => {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    { scheme: 'paper', privileges: { standard: true, secure: true } },
  ])
}

/** The file behind an app: address, undefined when it would lie outside the page's folder. */
export function fileOf(folder: string, url: string): string | undefined {
  const { pathname } = new URL(url)
  const file = normalize(join(folder, decodeURIComponent(pathname)))
  return file.startsWith(folder + sep) ? file : undefined
}

/** Serves the built page, and nothing else, under the page's policy. */
export const serveApp = (folder: string) => {
  protocol.handle('app', async (request) => {
    try {
      const file = fileOf(folder, request.url)
      if (!file) return new Response('', { status: 404 })
      const type = mediaTypes[extname(file)] ?? 'application/octet-stream'
      const body = new Uint8Array(await readFile(file))
      return new Response(body, { headers: { ...policyHeaders, 'content-type': type } })
    } catch {
      return new Response('', { status: 404 })
    }
  })
}
