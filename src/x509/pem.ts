/** PEM (RFC 7468), read leniently: what stands around and between the blocks is ignored. */

const MAX_TEXT = 8 << 20
const MAX_BLOCKS = 4096
const LABEL = '(?:X509 )?CERTIFICATE'
const BLOCK = new RegExp(`-----BEGIN (${LABEL})-----([A-Za-z0-9+/=\\s]*)-----END \\1-----`, 'g')

/** The DER of every certificate block in order. @throws RangeError for a text of more than 8 MiB */
export function readPem(text: string): Buffer[] {
  if (text.length > MAX_TEXT) throw new RangeError(`more than ${MAX_TEXT} characters of PEM`)
  const blocks: Buffer[] = []
  for (const [, , base64 = ''] of text.matchAll(BLOCK)) {
    if (blocks.length >= MAX_BLOCKS) break
    blocks.push(Buffer.from(base64, 'base64'))
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
