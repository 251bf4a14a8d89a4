/** PEM (RFC 7468), read leniently: text around and between the blocks is ignored. */

const MAX_TEXT = 8 << 20
const MAX_BLOCKS = 4096
const BLOCK = /-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\s]*)-----END \1-----/g
/** RFC 7468 section 5.1 and the older names for the same. */
const CERTIFICATE = ['CERTIFICATE', 'X509 CERTIFICATE']

/**
 * The DER of every block with one of these labels, in order; certificates by default.
 * @throws RangeError for a text of more than 8 Mi characters
 */
export function readPem(text: string, labels: readonly string[] = CERTIFICATE): Buffer[] {
  if (text.length > MAX_TEXT) throw new RangeError(`more than ${MAX_TEXT} characters of PEM`)
  const blocks: Buffer[] = []
  for (const [, label = '', base64 = ''] of text.matchAll(BLOCK)) {
    if (blocks.length >= MAX_BLOCKS) break
    if (labels.includes(label)) blocks.push(Buffer.from(base64, 'base64'))
  }
  return blocks
}

/** One block with lines of 64 characters and a line break at the end. */
export function toPem(der: Uint8Array, label = 'CERTIFICATE'): string {
  const lines = Buffer.from(der)
    .toString('base64')
    .replace(/.{64}(?!$)/g, '$&\n')
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`
}
