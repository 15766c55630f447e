import { contextBridge, ipcRenderer } from 'electron'

ipcRenderer.on('port', (event) => {
  window.postMessage('tanxin:port', location.origin, event.ports)
})

/** All that a page may ask of the building. Finished on day one: features go through the port. */
contextBridge.exposeInMainWorld('tanxin', {
  /** Asks for a port to the core; it arrives as a `message` on the page's own window. */
  connect() {
    ipcRenderer.send('connect')
  },
  /** Hears when the core is lost or ready; answers how to stop hearing. */
  on(listener: (event: unknown) => void) {
    const hear = (_event: unknown, told: unknown) => {
      listener(told)
    }
    ipcRenderer.on('core', hear)
    return () => {
      ipcRenderer.off('core', hear)
    }
  },
})
