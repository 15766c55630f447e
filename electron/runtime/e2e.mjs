import { onEnd } from './app-process.mjs'
import { build } from './build.mjs'
import { openDisplay } from './display.mjs'
import { runMain } from './failure.mjs'
import { nodeModule } from './paths.mjs'
import { provide } from './provide.mjs'
import { runTool } from './tool.mjs'

await runMain(async () => {
  const { env } = await provide({ papers: true })
  await build(env)
  const display = await openDisplay()
  try {
    const args = ['test', '--config', 'tests/e2e/playwright.config.ts', ...process.argv.slice(2)]
    const tool = runTool(nodeModule('@playwright', 'test', 'cli.js'), args, {
      ...env,
      ...display.env,
    })
    onEnd(tool.stop)
    return await tool.ended
  } finally {
    await display.close()
  }
})
