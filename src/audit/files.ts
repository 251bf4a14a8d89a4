/** Certificate files judged as if a server sent them: no network, the same rules. */
import { createPrivateKey, createPublicKey } from 'node:crypto'
import type { Config } from '../config/types.js'
import type { ChainFact, TargetFacts } from '../facts/index.js'
import type { Entry, Family } from '../types.js'
import { familyOf } from '../types.js'
import { version } from '../version.js'
import { DerError, publicKeyOf, readCertificate } from '../x509/index.js'
import type { Facts } from './types.js'

export interface CertificateFile {
  /** For messages. */
  name: string
  /** DER, in the order of the file. */
  certificates: Buffer[]
}

export interface FilesQuestion {
  files: readonly CertificateFile[]
  /** A-labels. */
  domains: readonly string[]
  /** The private key that is to be used with them: PEM or DER text, never kept. */
  key?: Buffer
  config: Config
  ca?: string[]
}

/**
 * One target per file and domain.
 * @throws Error with a plain message when `key` can't be read
 */
export function factsOfFiles({ files, domains, key, config, ca = [] }: FilesQuestion): Facts {
  const spki = key === undefined ? null : publicPart(key)
  const families = [...new Set(config.platforms.map(familyOf))]
  const targets = files.flatMap((file) =>
    domains.map((host) => targetOf(host, file, families, chainOf(file, spki))),
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
    text: `https://${host}`,
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

function chainOf({ certificates }: CertificateFile, spki: string | null): ChainFact {
  const leaf = certificates[0]
  return {
    certificates: certificates.map((der) => der.toString('base64')),
    hellos: [],
    primary: true,
    keyProof: spki === null || !leaf ? 'unchecked' : spkiOf(leaf) === spki ? 'valid' : 'invalid',
    fromFile: true,
  }
}

function spkiOf(der: Buffer): string | null {
  try {
    const certificate = readCertificate(der)
    // Re-encoded by the same library as the private key's public part, so that equal keys compare equal.
    return exported(publicKeyOf(certificate.spki)) ?? certificate.spki
  } catch (error) {
    if (error instanceof DerError) return null
    throw error
  }
}

function publicPart(key: Buffer): string | null {
  const text = key.toString('latin1')
  const pem = text.includes('-----BEGIN ')
  const privateKey = pem ? createPrivateKey(text) : createPrivateKey({ key, format: 'der', type: 'pkcs8' })
  return exported(createPublicKey(privateKey))
}

const exported = (key: ReturnType<typeof createPublicKey> | null): string | null =>
  key ? key.export({ type: 'spki', format: 'der' }).toString('hex') : null
