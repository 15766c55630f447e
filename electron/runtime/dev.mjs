import { onEnd } from './app-process.mjs'
import { openDisplay } from './display.mjs'
import { runMain } from './failure.mjs'
import { isRoot, nodeModule } from './paths.mjs'
import { provide } from './provide.mjs'
import { runTool } from './tool.mjs'

await runMain(async () => {
  const { env } = await provide()
  const display = await openDisplay()
  try {
    const flags = ['dev', '--watch', ...(isRoot ? ['--noSandbox'] : []), ...process.argv.slice(2)]
    const tool = runTool(nodeModule('electron-vite', 'bin', 'electron-vite.js'), flags, {
      ...env,
      ...display.env,
    })
    onEnd(tool.stop)
    return await tool.ended
  } finally {
    await display.close()
  }
})
