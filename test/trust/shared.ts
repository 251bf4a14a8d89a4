import { existsSync, readFileSync } from 'node:fs'
import { skipped } from '../helpers/tools.js'

/** The collected lists the packed data was made from; they are not part of the project. */
const PATH = new URL('../../../shared/data/trust-anchors.json', import.meta.url).pathname

export interface SourceAnchor {
  name: string
  subject: string
  spki: string
  ios: [string, string | null][]
  android: [string, string | null][]
  mozilla: boolean
  chrome: boolean
  windows: boolean
  limits?: Record<string, string>
  certificates: { sha256: string; notAfter: string }[]
}
export interface Source {
  versions: {
    apple: { v: string; date: string; count: number }[]
    android: { v: string; date: string; count: number }[]
    mozilla: { count: number }
    chrome: { count: number }
  }
  anchors: SourceAnchor[]
}

export function source(): { path: string; data: Source } | null {
  if (existsSync(PATH)) {
    const data = JSON.parse(readFileSync(PATH, 'utf8')) as Source
    return { path: PATH, data: asPacked(data) }
  }
  if (process.env.HEFA_REQUIRE_SHARED) throw new Error(`missing: ${PATH}`)
  skipped('the collection that data/roots began with is kept elsewhere')
  return null
}

/** The list called 7.1 is that of 7.1.1. */
function asPacked({ versions, anchors }: Source): Source {
  const label = (version: string) => (version === '7.1' ? '7.1.1' : version)
  const android = versions.android.map((one) => ({ ...one, v: label(one.v) }))
  return {
    versions: { ...versions, android },
    anchors: anchors.map((anchor) => ({
      ...anchor,
      android: anchor.android.map(([first, last]) => [label(first), last === null ? null : label(last)]),
    })),
  }
}
