const quietMs = 1000
const lineEveryMs = 15_000

/** @param {number} ms */
export const seconds = (ms) =>
  ms < 10_000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`

/** @typedef {{ write(text: string): unknown, isTTY?: boolean }} Out */

/**
 * Runs `work` under a name. Nothing is shown for what takes under a second; after that the name and the
 * seconds (or what `report` was last told, such as a percentage), and at the end how long it took.
 * @template T
 * @param {string} name
 * @param {(report: (detail: string) => void) => T | Promise<T>} work
 * @param {Out} [out]
 * @returns {Promise<T>}
 */
export async function step(name, work, out = process.stderr) {
  const begun = Date.now()
  let detail = ''
  let shownAt = 0
  const show = () => {
    const now = Date.now()
    if (now - begun < quietMs) return
    if (!out.isTTY && shownAt > 0 && now - shownAt < lineEveryMs) return
    const text = `${name} … ${[detail, seconds(now - begun)].filter(Boolean).join(', ')}`
    out.write(out.isTTY ? `\r\u001b[K${text}` : `${text}\n`)
    shownAt = now
  }
  const timer = setInterval(show, 500)
  const end = (/** @type {string} */ outcome) => {
    clearInterval(timer)
    if (shownAt > 0)
      out.write(
        `${out.isTTY ? '\r\u001b[K' : ''}${name}: ${outcome} ${seconds(Date.now() - begun)}\n`,
      )
  }
  try {
    const result = await work((text) => {
      detail = text
    })
    end('done in')
    return result
  } catch (error) {
    end('failed after')
    throw error
  }
}

/** @param {string} line */
export const say = (line) => process.stderr.write(`${line}\n`)
