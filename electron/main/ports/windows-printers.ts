import { execFile } from 'node:child_process'
import type { PrintTrouble, SystemPrinter } from '#ipc/host.ts'

/** What Windows knows of its printers and Chromium does not tell: which is the usual one, and what keeps it. */
export type WindowsPrinter = Pick<SystemPrinter, 'name' | 'isDefault' | 'state' | 'trouble'>

type Row = {
  Name?: unknown
  Default?: unknown
  WorkOffline?: unknown
  PrinterStatus?: unknown
  DetectedErrorState?: unknown
}

/** Win32_Printer.DetectedErrorState; low paper and low toner still print. */
const troublesByError: Readonly<Record<number, PrintTrouble>> = {
  4: 'paperOut',
  6: 'tonerOut',
  7: 'coverOpen',
  8: 'jam',
  9: 'offline',
  10: 'stopped',
}

/** Win32_Printer.PrinterStatus. */
const statesByStatus: Readonly<Record<number, SystemPrinter['state']>> = {
  3: 'ready',
  4: 'printing',
  5: 'ready',
  6: 'stopped',
  7: 'stopped',
}

/** From `Get-CimInstance Win32_Printer | ConvertTo-Json`: one printer is an object, several are a list. */
export function parseWindowsPrinters(text: string): WindowsPrinter[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return []
  }
  const rows = (Array.isArray(parsed) ? parsed : [parsed]) as Row[]
  return rows.flatMap((row) => {
    if (typeof row?.Name !== 'string') return []
    const trouble =
      row.WorkOffline === true ? 'offline' : troublesByError[Number(row.DetectedErrorState)]
    return [
      {
        name: row.Name,
        isDefault: row.Default === true,
        state: statesByStatus[Number(row.PrinterStatus)] ?? 'unknown',
        ...(trouble && { trouble }),
      },
    ]
  })
}

const script =
  '[Console]::OutputEncoding=[Text.Encoding]::UTF8; Get-CimInstance Win32_Printer | ' +
  'Select-Object Name,Default,WorkOffline,PrinterStatus,DetectedErrorState | ConvertTo-Json -Compress'

const longestMs = 10_000

/** Nothing when PowerShell is not to be had: the printers are then shown without their state. */
export const windowsPrinters = (): Promise<WindowsPrinter[]> =>
  new Promise((resolve) => {
    const args = ['-NoProfile', '-NonInteractive', '-Command', script]
    const options = { timeout: longestMs, windowsHide: true, encoding: 'utf8' } as const
    execFile('powershell.exe', args, options, (error, out) => {
      resolve(error ? [] : parseWindowsPrinters(out))
    })
  })
