/** Which certificates a server should send: leaf first, no root, as few as work for every phone in question. */
import { type PlatformId, systemOf } from '../platforms/index.js'
import type { Certificate } from '../x509/index.js'
import { isSelfSigned } from '../x509/index.js'
import type { ChainAnalysis, JudgedPath } from './chain-analysis.js'
import { refusalOf, trustedIn, versionsFrom } from './platform.js'
import type { Store } from './versions.js'

export interface ServeQuestion {
  platforms: readonly PlatformId[]
  supportedOs: { ios: string; android: string }
  legacyOs: { ios: string; android: string }
}

export interface Serve {
  certificates: Certificate[]
  /** Versions below `supportedOs` that this chain does not reach, such as `android 7.0`. */
  legacyLost: string[]
}

/** Why there is no such chain. */
export interface NotServed {
  /** The path that works for most, null if none is both anchored and valid. */
  path: JudgedPath | null
  /** Supported versions that it does not reach, such as `ios 15.0` or `chrome`. */
  lost: string[]
  /** Platforms that distrust its CA although they list the root. */
  refused: { store: Store; authority: string }[]
}

interface Client {
  store: Store
  /** Null for a list without versions. */
  version: string | null
}

const clientLabel = ({ store, version }: Client) => (version === null ? store : `${store} ${version}`)

/** Null when no chain works for every supported version of every requested platform. */
export function chainToServe(analysis: ChainAnalysis, question: ServeQuestion): Serve | null {
  const { supported, legacy } = clientsOf(question)
  const usable = analysis.paths.filter(isUsable)
  const candidates = usable
    .map((path) => ({ path, sent: sentOf(path) }))
    .filter(({ sent }) => supported.every((client) => serves(sent, client, usable, analysis)))
    .map(({ path, sent }) => ({
      path,
      legacyLost: legacy.filter((client) => !serves(sent, client, usable, analysis)).map(clientLabel),
    }))
  candidates.sort(
    (a, b) =>
      a.legacyLost.length - b.legacyLost.length || a.path.certificates.length - b.path.certificates.length,
  )
  const [best] = candidates
  return best ? { certificates: withoutRoot(best.path), legacyLost: best.legacyLost } : null
}

/** For a question that chainToServe answered with null. */
export function whyNotServed(analysis: ChainAnalysis, question: ServeQuestion): NotServed {
  const { supported } = clientsOf(question)
  const usable = analysis.paths.filter(isUsable)
  const tried = usable
    .map((path) => {
      const sent = sentOf(path)
      return { path, lost: supported.filter((client) => !serves(sent, client, usable, analysis)) }
    })
    .sort((a, b) => a.lost.length - b.lost.length)
  const [best] = tried
  if (!best) return { path: null, lost: supported.map(clientLabel), refused: [] }
  const stores = new Set(best.lost.map(({ store }) => store))
  const refused = [...stores].flatMap((store) => {
    const refusal = refusalOf(analysis, best.path, store)
    return refusal ? [{ store, authority: refusal.authority }] : []
  })
  return { path: best.path, lost: best.lost.map(clientLabel), refused }
}

const isUsable = ({ anchor, violations }: JudgedPath) => anchor !== null && violations.length === 0

function clientsOf({ platforms, supportedOs, legacyOs }: ServeQuestion) {
  const stores = [...new Set(platforms.flatMap((platform) => systemOf(platform).store ?? []))]
  const supported: Client[] = []
  const legacy: Client[] = []
  for (const store of stores) {
    if (store === 'chrome') {
      supported.push({ store, version: null })
      continue
    }
    const plan = versionsFrom(store, supportedOs[store], legacyOs[store])
    supported.push(...plan.supported.map((version) => ({ store, version })))
    legacy.push(...plan.legacy.map((version) => ({ store, version })))
  }
  return { supported, legacy }
}

const sentOf = ({ certificates }: JudgedPath) => new Set(certificates.map(({ sha256 }) => sha256))

/** A client uses any path within what is sent, so a chain with a cross-sign works for new phones too. */
function serves(
  sent: Set<string>,
  { store, version }: Client,
  usable: readonly JudgedPath[],
  analysis: ChainAnalysis,
): boolean {
  return usable.some(
    (path) =>
      path.certificates.every(({ sha256 }) => sent.has(sha256)) &&
      trustedIn(path, store, version ?? undefined) &&
      refusalOf(analysis, path, store) === null,
  )
}

/** Clients have the root; a leaf that is itself the anchor is all there is to send. */
function withoutRoot({ certificates }: JudgedPath): Certificate[] {
  return certificates.filter((certificate, index) => index === 0 || !isSelfSigned(certificate))
}
