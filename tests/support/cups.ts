import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

const needed = [
  '/usr/sbin/cupsd',
  '/usr/sbin/lpadmin',
  '/usr/bin/lp',
  '/usr/lib/cups/backend/cups-pdf',
  '/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd',
]

/** Why no printer can be made here; undefined where one can. */
export function whyNoCups(): string | undefined {
  if (process.platform !== 'linux') return 'CUPS is tried on Linux only'
  if (process.getuid?.() !== 0) return 'the PDF printer of CUPS needs root'
  const missing = needed.filter((file) => !existsSync(file))
  return missing.length === 0 ? undefined : `not installed: ${missing.join(' ')}`
}

export type TestCups = {
  printer: string
  /** Folder where the printer puts what it prints, as PDF. */
  output: string
  /** For whoever prints there. */
  env: { CUPS_SERVER: string }
  /** Another name of the same device. */
  addPrinter(name: string, label: string): Promise<void>
  stop(): Promise<void>
}

const serverFiles = (root: string) => `ServerRoot ${root}/etc
StateDir ${root}/state
CacheDir ${root}/cache
RequestRoot ${root}/spool
TempDir ${root}/tmp
AccessLog ${root}/log/access_log
ErrorLog ${root}/log/error_log
PageLog ${root}/log/page_log
SystemGroup root
User lp
Group lp
`

const server = (root: string) => `LogLevel debug
Listen ${root}/cups.sock
ServerName localhost
Browsing No
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`

const device = (root: string) => `Out ${root}/out
AnonDirName ${root}/out
AnonUser root
Spool ${root}/pdf-spool
Log ${root}/log
GSTmp ${root}/tmp
Label 1
TitlePref 1
UserUMask 0022
`

/** The file shows copies and blank backs: the filters make them, where a printer would do so itself. */
const duplexPpd = () =>
  `${readFileSync('/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd', 'latin1')}
*cupsManualCopies: True
*OpenUI *Duplex/2-Sided Printing: PickOne
*OrderDependency: 30 AnySetup *Duplex
*DefaultDuplex: None
*Duplex None/Off: ""
*Duplex DuplexNoTumble/Long Edge: "<</Duplex true/Tumble false>>setpagedevice"
*Duplex DuplexTumble/Short Edge: "<</Duplex true/Tumble true>>setpagedevice"
*CloseUI: *Duplex
`

const tries = 100
const pauseMs = 100

async function serving(env: NodeJS.ProcessEnv, root: string) {
  for (let left = tries; left > 0; left -= 1) {
    const { stdout } = await run('lpstat', ['-r'], { env })
    if (stdout.includes('is running')) return
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  const log = join(root, 'log', 'error_log')
  throw new Error(`CUPS did not start: ${existsSync(log) ? readFileSync(log, 'utf8') : 'no log'}`)
}

async function ended(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill()
  await exit
}

/** A CUPS of its own with a printer that makes PDF files; nothing of the machine's printing is touched. */
export async function startCups(): Promise<TestCups> {
  const why = whyNoCups()
  if (why !== undefined) throw new Error(why)
  const root = await mkdtemp(join(tmpdir(), 'tanxin-cups-'))
  // Filters run as another user; the device looks for its settings in one folder only.
  await chmod(root, 0o755)
  for (const folder of ['etc', 'state', 'cache', 'spool', 'log', 'out', 'pdf-spool'])
    await mkdir(join(root, folder))
  await mkdir(join(root, 'tmp'))
  await chmod(join(root, 'tmp'), 0o1777)
  const instance = `tanxin${process.pid}x${Date.now()}`
  const settings = `/etc/cups/cups-pdf-${instance}.conf`
  const at = (name: string) => join(root, 'etc', name)
  await writeFile(at('cups-files.conf'), serverFiles(root))
  await writeFile(at('cupsd.conf'), server(root))
  await writeFile(at('duplex.ppd'), duplexPpd(), 'latin1')
  await writeFile(settings, device(root))
  const ours = { CUPS_SERVER: join(root, 'cups.sock') }
  const env = { ...process.env, ...ours, LC_ALL: 'C' }
  const child = spawn(
    '/usr/sbin/cupsd',
    ['-f', '-c', at('cupsd.conf'), '-s', at('cups-files.conf')],
    {
      stdio: 'ignore',
    },
  )
  const stop = async () => {
    await ended(child)
    await rm(settings, { force: true })
    await rm(root, { recursive: true, force: true, maxRetries: 5 })
  }
  const addPrinter = async (name: string, label: string) => {
    const uri = `cups-pdf:/${instance}`
    const args = ['-p', name, '-E', '-v', uri, '-P', at('duplex.ppd'), '-D', label]
    await run('/usr/sbin/lpadmin', args, { env })
  }
  try {
    await serving(env, root)
    const printer = 'tanxin-pdf'
    await addPrinter(printer, '一楼打印机')
    await run('/usr/sbin/lpadmin', ['-d', printer], { env })
    return { printer, output: join(root, 'out'), env: ours, addPrinter, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
