/** Certificate files judged as if a server sent them: the same rules. */
import type { Config } from '../config/types.js'
import type { ChainFact, TargetFacts } from '../facts/index.js'
import type { Entry, Family } from '../types.js'
import { familyOf } from '../types.js'
import { version } from '../version.js'
import { spkiOf } from './key.js'
import { leafFirst, leafPlace } from './order.js'
import type { Facts } from './types.js'

export interface CertificateFile {
  /** For messages. */
  name: string
  /** DER, in the order of the file. */
  certificates: Buffer[]
}

export interface FilesQuestion {
  files: readonly CertificateFile[]
  /** A-labels or addresses. */
  domains: readonly string[]
  /** Public part of the private key to be used with them: SubjectPublicKeyInfo, DER as hex. */
  spki?: string | undefined
  config: Config
  ca?: string[]
}

/** One target per file and domain. */
export function factsOfFiles({ files, domains, spki, config, ca = [] }: FilesQuestion): Facts {
  const families = [...new Set(config.platforms.map(familyOf))]
  const targets = files.flatMap((file) =>
    domains.map((host) => targetOf(host, file, families, chainOf(file, spki ?? null))),
  )
  return {
    schemaVersion: 1,
    tool: { name: 'hefa', version: version() },
    gatheredAt: new Date().toISOString(),
    config: { ...config, entries: targets.flatMap(({ entries }) => entries) },
    ca,
    fetch: false,
    given: [],
    targets,
  }
}

function targetOf(host: string, file: CertificateFile, families: Family[], chain: ChainFact): TargetFacts {
  const entries: Entry[] = families.map((family) => ({
    family,
    api: 'request',
    text: `https://${host.includes(':') ? `[${host}]` : host}`,
    file: file.name,
  }))
  return {
    host,
    port: 443,
    scheme: 'https',
    entries,
    certificateFile: file.name,
    endpoints: [
      {
        address: file.name,
        family: 4,
        given: true,
        connect: { kind: 'accepted' },
        handshakes: {},
        chains: [chain],
        connections: 0,
      },
    ],
  }
}

function chainOf(file: CertificateFile, spki: string | null): ChainFact {
  const leafAt = leafPlace(file.certificates)
  // Faults of the leaf are reported for the leaf, and the order separately.
  const certificates = leafAt > 1 ? leafFirst(file.certificates) : file.certificates
  const leaf = certificates[0]
  return {
    certificates: certificates.map((der) => der.toString('base64')),
    hellos: [],
    primary: true,
    keyProof: spki === null || !leaf ? 'unchecked' : spkiOf(leaf) === spki ? 'valid' : 'invalid',
    fromFile: true,
    ...(leafAt > 1 ? { leafAt } : {}),
  }
}
