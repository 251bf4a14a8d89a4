/** SignedCertificateTimestampList (RFC 6962 section 3.3). */
import { DerError } from './der/index.js'
import type { Sct } from './types.js'

const LOG_ID = 32

/**
 * Reads the list as it stands in a TLS extension or an OCSP response; in a certificate it is wrapped once
 * more in an OCTET STRING. Signatures are not checked: that takes a log list. @throws DerError
 */
export function readSctList(bytes: Uint8Array): Sct[] {
  const list = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (list.length < 2 || list.readUInt16BE(0) !== list.length - 2) throw new DerError('SCT list: bad length')
  const scts: Sct[] = []
  for (let position = 2; position < list.length; ) {
    const content = position + 2
    const end = content <= list.length ? content + list.readUInt16BE(position) : Infinity
    // version, log id, timestamp, length of extensions, and a signature of two algorithm octets and a length
    if (end > list.length || end - content < 1 + LOG_ID + 8 + 2 + 4) throw new DerError('SCT: truncated')
    scts.push({
      version: list.readUInt8(content),
      logId: list.toString('hex', content + 1, content + 1 + LOG_ID),
      timestamp: Number(list.readBigUInt64BE(content + 1 + LOG_ID)),
    })
    position = end
  }
  return scts
}
