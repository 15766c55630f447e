/** Why a file cannot be read; its words are the screen's. */
export type ScanTrouble = 'kind' | 'damaged' | 'locked' | 'tooLarge'

export class ScanFileError extends Error {
  readonly why: ScanTrouble
  constructor(why: ScanTrouble, options?: ErrorOptions) {
    super(why, options)
    this.name = 'ScanFileError'
    this.why = why
  }
}
