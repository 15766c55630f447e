import { describe, expect, it } from 'vitest'
import {
  parseDefault,
  parseDuplex,
  parseJobs,
  parsePrinters,
  parseRefusing,
  parseRequestId,
  refusalOf,
  stateWhenDone,
  stateWhileHeld,
  troubleOf,
} from '../../electron/main/ports/lpstat.ts'
import { parseWindowsPrinters } from '../../electron/main/ports/windows-printers.ts'
import { systemTitle } from '../../electron/main/ports/printing.ts'

/** As `lpstat -l -p` of CUPS 2.4 says it. */
const printer = (head: string, description: string, alerts: string, reason = '') => `${head}
${reason === '' ? '' : `\t${reason}\n`}\tForm mounted:
\tContent types: any
\tPrinter types: unknown
\tDescription: ${description}
\tAlerts: ${alerts}
\tLocation: 
\tConnection: direct
\tUsers allowed:
\t\t(all)
`

describe('parsePrinters', () => {
  it('reads name, label and state of each printer', () => {
    const text = [
      printer(
        'printer desk is idle.  enabled since Sun Nov 22 09:57:07 2026',
        '二号 打印机',
        'none',
      ),
      printer(
        'printer hall now printing hall-12.  enabled since Sun Nov 22 09:57:07 2026',
        'hall',
        'none',
      ),
      printer(
        'printer old disabled since Sun Nov 22 09:58:18 2026 -',
        '',
        'paused',
        'out of order',
      ),
    ].join('')
    expect(parsePrinters(text)).toEqual([
      { name: 'desk', label: '二号 打印机', state: 'ready' },
      { name: 'hall', label: 'hall', state: 'printing' },
      { name: 'old', label: 'old', state: 'stopped', trouble: 'stopped' },
    ])
  })

  it.each([
    ['media-empty-error', 'paperOut'],
    ['media-needed', 'paperOut'],
    ['media-empty-warning, media-jam-error', 'jam'],
    ['offline-report', 'offline'],
    ['connecting-to-device', 'offline'],
    ['cover-open', 'coverOpen'],
    ['door-open-report', 'coverOpen'],
    ['toner-empty-error', 'tonerOut'],
    ['marker-supply-empty-warning', 'tonerOut'],
    ['paused', 'stopped'],
    ['cups-missing-filter-warning', 'refused'],
    ['toner-low-warning', undefined],
    ['media-low-report', undefined],
    ['none', undefined],
  ])('tells %s as %s', (alerts, trouble) => {
    const [found] = parsePrinters(printer('printer desk is idle.  enabled', 'd', alerts))
    expect(found?.trouble).toBe(trouble)
  })

  it('takes a disabled printer with a jam for jammed', () => {
    const text = printer('printer desk disabled since Sun -', 'd', 'media-jam-error paused')
    expect(parsePrinters(text)).toMatchObject([{ state: 'stopped', trouble: 'jam' }])
  })

  it('finds none in no words, nor in words of a service that is off', () => {
    expect(parsePrinters('')).toEqual([])
    expect(parsePrinters('lpstat: Scheduler is not running.\n')).toEqual([])
  })
})

describe('parseRefusing', () => {
  it('names the printers that take nothing', () => {
    const text = `desk not accepting requests since Sun Nov 22 09:58:46 2026 -
\tclosed
hall accepting requests since Sun Nov 22 09:57:07 2026
`
    expect(parseRefusing(text)).toEqual(['desk'])
  })
})

describe('parseDefault', () => {
  it('reads the usual printer, where there is one', () => {
    expect(parseDefault('system default destination: desk\n')).toBe('desk')
    expect(parseDefault('no system default destination\n')).toBeUndefined()
  })
})

describe('parseDuplex', () => {
  it.each([
    ['copies=1 printer-state=3 printer-type=8450076 printer-uri=x', true],
    ["printer-info='a printer-types' printer-type=8450124", false],
    ['printer-info=desk', undefined],
    ['', undefined],
  ])('reads from %j: %s', (text, duplex) => {
    expect(parseDuplex(text)).toBe(duplex)
  })
})

/** As `lpstat -l -o` of CUPS 2.4 says it. */
const job = (
  number: number,
  alerts: string,
  status?: string,
) => `desk-${number}                  root              4096   Sun Nov 22 09:58:18 2026
${status === undefined ? '' : `\tStatus: ${status}\n`}\tAlerts: ${alerts}
\tqueued for desk
`
const one = (alerts: string, status?: string) => {
  const [found] = parseJobs(job(7, alerts, status))
  if (!found) throw new Error('no job')
  return found
}

describe('parseJobs', () => {
  it('tells jobs apart, the seventh from the seventy-seventh', () => {
    expect(parseJobs(job(77, 'job-printing', 'page 1') + job(7, 'none'))).toEqual([
      { job: 'desk-77', keywords: ['job-printing'], status: 'page 1' },
      { job: 'desk-7', keywords: [], status: undefined },
    ])
  })
})

describe('stateWhileHeld', () => {
  it('waits, and says what keeps the printer', () => {
    expect(stateWhileHeld(one('job-printing'), undefined)).toEqual({ state: 'waiting' })
    expect(stateWhileHeld(one('none'), 'paperOut')).toEqual({
      state: 'waiting',
      trouble: 'paperOut',
    })
    expect(stateWhileHeld(one('printer-stopped'), undefined)).toEqual({
      state: 'waiting',
      trouble: 'stopped',
    })
  })

  it('has failed where a filter failed, though CUPS keeps the job', () => {
    expect(stateWhileHeld(one('job-completed-with-errors', 'Filter failed'), undefined)).toEqual({
      state: 'failed',
      trouble: 'failed',
    })
  })
})

describe('stateWhenDone', () => {
  it.each([
    ['job-completed-successfully', '', { state: 'printed' }],
    ['none', '', { state: 'printed' }],
    ['job-canceled-by-user', '', { state: 'cancelled' }],
    ['job-canceled-at-device', '', { state: 'cancelled' }],
    ['aborted-by-system', 'Filter failed', { state: 'failed', trouble: 'failed' }],
    ['job-aborted-by-system', '', { state: 'failed', trouble: 'failed' }],
    ['job-completed-with-errors', '', { state: 'failed', trouble: 'failed' }],
    ['processing-to-stop-point', undefined, { state: 'cancelled' }],
    ['processing-to-stop-point', '', undefined],
  ])('takes %s with status %j for %j', (alerts, status, state) => {
    expect(stateWhenDone(one(alerts, status))).toEqual(state)
  })
})

describe('troubleOf', () => {
  it('names first what people can see at the printer', () => {
    expect(troubleOf(['paused', 'offline-report', 'media-jam-error'])).toBe('jam')
  })
})

describe('parseRequestId', () => {
  it('reads the number of the new job', () => {
    expect(parseRequestId('request id is desk-12 (1 file(s))\n')).toBe('desk-12')
    expect(parseRequestId('lp: Error\n')).toBeUndefined()
  })
})

describe('refusalOf', () => {
  it.each([
    ['lp: Error - The printer or class does not exist.', 'noPrinter'],
    ['lp: Destination "desk" is not accepting jobs.', 'refused'],
    ['lp: Too many active jobs.', 'failed'],
  ])('takes %j for %s', (message, trouble) => {
    expect(refusalOf(message)).toEqual({ taken: false, trouble, detail: message })
  })
})

describe('systemTitle', () => {
  it('leaves the names of parties to the paper', () => {
    expect(systemTitle('人民调解协议书 张三与云溪镇晨光童装厂')).toBe('人民调解协议书')
    expect(systemTitle(' ')).toBe('Tanxin')
  })
})

describe('parseWindowsPrinters', () => {
  it('reads one printer, or a list, with what keeps each', () => {
    const row = {
      Name: 'HP 二楼',
      Default: true,
      WorkOffline: false,
      PrinterStatus: 3,
      DetectedErrorState: 2,
    }
    expect(parseWindowsPrinters(JSON.stringify(row))).toEqual([
      { name: 'HP 二楼', isDefault: true, state: 'ready' },
    ])
    const others = [
      { ...row, Name: 'a', Default: false, DetectedErrorState: 4 },
      { ...row, Name: 'b', DetectedErrorState: 8, PrinterStatus: 1 },
      { ...row, Name: 'c', WorkOffline: true, PrinterStatus: 7 },
    ]
    expect(parseWindowsPrinters(JSON.stringify(others))).toMatchObject([
      { trouble: 'paperOut', isDefault: false },
      { trouble: 'jam', state: 'unknown' },
      { trouble: 'offline', state: 'stopped' },
    ])
  })

  it('reads nothing from what is no list of printers', () => {
    for (const text of ['', 'null', '[]', '"x"', '{"Name":1}', 'error: …'])
      expect(parseWindowsPrinters(text)).toEqual([])
  })
})
