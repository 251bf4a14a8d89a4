import { existsSync, readFileSync } from 'node:fs'

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
  if (existsSync(PATH)) return { path: PATH, data: JSON.parse(readFileSync(PATH, 'utf8')) as Source }
  if (process.env.HEFA_REQUIRE_SHARED) throw new Error(`missing: ${PATH}`)
  console.warn('the collected root lists are not here: the packed ones are not compared with them')
  return null
}
