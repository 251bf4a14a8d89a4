/** A cache of parsed certificates: most hellos get the same leaf, and every host sends the same issuers. */
import { readCertificate } from './certificate/read.js'
import type { Certificate } from './types.js'

/** A certificate that was read does not change; a long run must not keep them all. */
const MOST = 512
const known = new Map<string, Certificate | null>()

/** Null if our reader can't parse it. @param base64 DER */
export function rememberedCertificate(base64: string): Certificate | null {
  const found = known.get(base64)
  if (found !== undefined) return found
  const certificate = readOrNull(base64)
  if (known.size >= MOST) known.clear()
  known.set(base64, certificate)
  return certificate
}

function readOrNull(base64: string): Certificate | null {
  try {
    return readCertificate(Buffer.from(base64, 'base64'))
  } catch {
    return null
  }
}
