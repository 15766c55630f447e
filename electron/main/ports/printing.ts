import type { Host } from '#ipc/host.ts'

/** Printing without a dialog, by whichever way the machine has. */
export type Printing = Pick<Host, 'printers' | 'handOut' | 'systemJob' | 'cancelSystemJob'>

/**
 * The name of the paper without what it is about: it is shown on printers and kept in the logs of print servers.
 * @policy Names of parties leave the store on paper only (I5)
 */
export const systemTitle = (title: string): string => title.trim().split(/\s/u)[0] || 'Tanxin'
