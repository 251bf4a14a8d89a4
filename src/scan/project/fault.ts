/** The folder itself could not be scanned; faults of files in it are reported in `passedOver` instead. */
export class ScanFault extends Error {
  readonly reason: 'missing' | 'not-a-folder' | 'unreadable' | 'no-mini-program'
  readonly folder: string
  constructor(reason: ScanFault['reason'], folder: string) {
    super(`${folder}: ${PLAIN[reason]}`)
    this.name = 'ScanFault'
    this.reason = reason
    this.folder = folder
  }
}

const PLAIN = {
  missing: 'does not exist',
  'not-a-folder': 'is not a folder',
  unreadable: 'cannot be read',
  'no-mini-program': 'holds no mini program',
}
