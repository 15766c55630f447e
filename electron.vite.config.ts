import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string) => resolve(import.meta.dirname, path)

/** Main, core, preload and page. The native addon and Electron stay outside the bundles. */
export default defineConfig({
  main: {
    // Its ES module declares a `require` of its own beside the one that every bundle gets.
    resolve: { alias: { fflate: at('node_modules/fflate/lib/node.cjs') } },
    build: {
      externalizeDeps: false,
      outDir: 'out/main',
      rollupOptions: {
        input: {
          index: at('electron/main/index.ts'),
          core: at('electron/core/index.ts'),
          'rota-worker': at('electron/rota/worker.ts'),
        },
        external: ['electron', 'better-sqlite3'],
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      outDir: 'out/preload',
      rollupOptions: {
        input: { index: at('electron/preload/index.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      rollupOptions: { input: at('renderer/index.html') },
    },
  },
})
