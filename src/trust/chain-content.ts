/** The certificates, timestamps and extra anchors that a chain fact holds as base64. */
import type { ChainFact } from '../facts/index.js'
import {
  type Anchor,
  type AnchorSource,
  type Certificate,
  certificateAnchor,
  readSctList,
  rememberedCertificate,
  type Sct,
} from '../x509/index.js'
import { anchorStore } from './store.js'

/** From the TLS extension; a list that is broken counts for nothing. */
export function sctsSent({ sctList }: ChainFact): Sct[] {
  if (sctList === undefined) return []
  try {
    return readSctList(Buffer.from(sctList, 'base64'))
  } catch {
    return []
  }
}

/** Embedded or sent along in the handshake; null without any. */
export function earliestSct(leaf: Certificate, chain: ChainFact): number | null {
  const times = [...leaf.scts, ...sctsSent(chain)].map(({ timestamp }) => timestamp)
  return times.length > 0 ? Math.min(...times) : null
}

const extraMemo = new Map<string, Anchor[]>()

export function extraAnchors(ca: readonly string[]): Anchor[] {
  const key = ca.join(' ')
  const known = extraMemo.get(key)
  if (known) return known
  const anchors = ca.flatMap((base64) => {
    const certificate = rememberedCertificate(base64)
    return certificate ? [certificateAnchor(certificate)] : []
  })
  extraMemo.clear()
  extraMemo.set(key, anchors)
  return anchors
}

/** A --ca anchor comes before a built-in one of the same name. */
export function joined(extras: readonly Anchor[]): AnchorSource {
  const store = anchorStore()
  if (extras.length === 0) return store
  return {
    bySubject: (canonical) => [
      ...extras.filter(({ subjectCanonical }) => subjectCanonical === canonical),
      ...store.bySubject(canonical),
    ],
  }
}

/** The roots some list has, and those given. */
export const rootsWith = (ca: readonly string[]): AnchorSource => joined(extraAnchors(ca))
