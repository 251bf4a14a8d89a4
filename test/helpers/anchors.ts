/** Roots made by the factory put into the platforms' lists, since nobody can sign under the real ones. */
import { vi } from 'vitest'
import type { Issued } from '../../src/demo/index.js'
import { type AnchorRecord, anchorStore, type VersionRange } from '../../src/trust/index.js'
import { certificateAnchor, readCertificate } from '../../src/x509/index.js'

export const ALWAYS: VersionRange[] = [['4.4', null]]

/** In no list unless said otherwise. */
export function recordOf(root: Issued, more: Partial<AnchorRecord> = {}): AnchorRecord {
  const { certificate: _, ...anchor } = certificateAnchor(readCertificate(root.der))
  return {
    ...anchor,
    notAfter: root.notAfter.toISOString().slice(0, 10),
    ios: [],
    android: [],
    mozilla: false,
    chrome: false,
    windows: false,
    limits: {},
    nameConstraints: null,
    ...more,
  }
}

/** In every list since the beginning. */
export const everywhere = (root: Issued, more: Partial<AnchorRecord> = {}): AnchorRecord =>
  recordOf(root, { ios: ALWAYS, android: ALWAYS, mozilla: true, chrome: true, windows: true, ...more })

/** Until `vi.restoreAllMocks`. */
export function buildIn(...records: AnchorRecord[]): void {
  const store = anchorStore()
  const { bySubject, byId } = store
  vi.spyOn(store, 'bySubject').mockImplementation((subject) => [
    ...records.filter(({ subjectCanonical }) => subjectCanonical === subject),
    ...bySubject(subject),
  ])
  vi.spyOn(store, 'byId').mockImplementation((id) => records.find((record) => record.id === id) ?? byId(id))
}
