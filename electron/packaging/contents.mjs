/** Bulk of the SQLite package that only a build from source needs. */
const buildOnly =
  /^\/node_modules\/(better-sqlite3\/(deps|src|binding\.gyp)|node-addon-api|\.bin|\.cache)(\/|$)/
const leftovers = new Set(['/out/.stamp', '/out/first-screen.png'])

/**
 * Whether a file of the project stays out of the archive. Development dependencies are pruned elsewhere.
 * @param {string} path from the project's folder, with a leading slash; empty for the folder itself
 * @param {{ platform: string, arch: string }} target
 */
export function isLeftOut(path, { platform, arch }) {
  if (path === '' || path === '/package.json') return false
  if (!/^\/(out|node_modules)(\/|$)/.test(path)) return true
  if (leftovers.has(path) || buildOnly.test(path) || path.endsWith('.map')) return true
  const prebuilt = /^\/node_modules\/better-sqlite3\/prebuilds\/(.+)\.node$/.exec(path)
  return prebuilt !== null && prebuilt[1] !== `${platform}-${arch}`
}
