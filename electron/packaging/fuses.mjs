import { join } from 'node:path'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'

/** @param {string} platform */
const fusesFor = (platform) => ({
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // Electron checks the archive on these two only
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]:
    platform === 'darwin' || platform === 'win32',
})

/**
 * Sets the fuses of a packaged app.
 * @param {string} folder
 * @param {{ platform: string, arch: string, name: string, executableName: string }} app
 */
export async function setFuses(folder, { platform, arch, name, executableName }) {
  const executables = /** @type {Record<string, string>} */ ({
    darwin: `${name}.app`,
    win32: `${executableName}.exe`,
  })
  await flipFuses(join(folder, executables[platform] ?? executableName), {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: platform === 'darwin' && arch === 'arm64',
    ...fusesFor(platform),
  })
}
