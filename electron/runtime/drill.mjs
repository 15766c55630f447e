import { join } from 'node:path'
import { onEnd } from './app-process.mjs'
import { build } from './build.mjs'
import { openDisplay } from './display.mjs'
import { runMain } from './failure.mjs'
import { projectFolder } from './paths.mjs'
import { provide } from './provide.mjs'
import { runTool } from './tool.mjs'

await runMain(async () => {
  const { env } = await provide({ papers: false })
  await build(env)
  const display = await openDisplay()
  try {
    const script = join(projectFolder, 'tests', 'drills', 'index.ts')
    const tool = runTool(script, process.argv.slice(2), { ...env, ...display.env })
    onEnd(tool.stop)
    return await tool.ended
  } finally {
    await display.close()
  }
})
