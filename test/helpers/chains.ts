/** Chains as servers send them, made of certificates from the factory, and rules applied to them. */
import { sign } from 'node:crypto'
import * as der from '../../src/demo/der.js'
import type { CertificateInput, Issued } from '../../src/demo/index.js'
import { makeAuthority, makeCertificate } from '../../src/demo/index.js'
import type { Finding, Parameters, Rule, RuleContext } from '../../src/engine/rule.js'
import type { ChainFact, KeyExchangeFact } from '../../src/facts/index.js'
import type { Store } from '../../src/trust/index.js'

export const NOW = Date.parse('2026-11-20T12:00:00Z')
export const DAY = 86_400_000
export const HOST = 'api.example.com'
export const STORES: readonly Store[] = ['ios', 'android', 'chrome']

export const base64 = ({ der }: Issued): string => der.toString('base64')

/** Bytes of a certificate, or any other bytes sent in its place. */
type Sent = Issued | string
const sentAs = (one: Sent): string => (typeof one === 'string' ? one : base64(one))

export function chainFact(sent: readonly Sent[], options: Partial<ChainFact> = {}): ChainFact {
  const certificates = sent.map(sentAs)
  return { certificates, hellos: ['tls1.2', 'tls1.3'], primary: true, keyProof: 'valid', ...options }
}

export function context(overrides: Partial<RuleContext> = {}): RuleContext {
  return {
    now: NOW,
    host: HOST,
    port: 443,
    scheme: 'https',
    supportedOs: { ios: '15', android: '10' },
    legacyOs: { ios: '12', android: '7.0' },
    ca: [],
    registrySuffix: 'com',
    fetch: true,
    ...overrides,
  }
}

/** `ca`: trusted as with --ca. */
export type Asked = Partial<Omit<RuleContext, 'ca'>> & {
  ca?: readonly Issued[]
  store?: Store
  parameters?: Parameters
  exchanges?: KeyExchangeFact[]
}

// biome-ignore lint/suspicious/noExplicitAny: any rule over chains
type ChainRule<P extends Parameters = any> = Rule<string, 'chain', any, P>

/** The rule's findings as one platform's store has them; Android where none is named. */
export function judgeChain(rule: ChainRule, chain: ChainFact, asked: Asked = {}): Finding[] {
  const { ca = [], store = 'android', parameters = {}, exchanges = [], ...rest } = asked
  return rule.judge(
    { chain, exchanges },
    { ...rule.parameters, store, ...parameters },
    context({ ...rest, ca: ca.map(base64) }),
  )
}

/** `pass`, `fail missing` and so on: status and reason of each finding. */
export const told = (findings: readonly Finding[]): string[] =>
  findings.map((finding) => ('reason' in finding ? `${finding.status} ${finding.reason}` : finding.status))

export const toldOf = (rule: ChainRule, chain: ChainFact, asked: Asked = {}): string[] =>
  told(judgeChain(rule, chain, asked))

/** The evidence of the only finding. */
// biome-ignore lint/suspicious/noExplicitAny: looked into by tests
export function evidenceOf(findings: readonly Finding[]): any {
  if (findings.length !== 1) throw new Error(`${findings.length} findings: ${told(findings)}`)
  const [finding] = findings
  return finding && 'evidence' in finding ? finding.evidence : undefined
}

export const authority = makeAuthority({ name: 'Test', now: new Date(NOW) })

export const issue = (input: Omit<CertificateInput, 'issuer'> & { issuer?: Issued } = {}): Issued =>
  makeCertificate({ names: [HOST], issuer: authority.intermediate, now: new Date(NOW), ...input })

/** An authority's certificate. */
export const issueCa = (input: CertificateInput): Issued =>
  makeCertificate({ ca: true, now: new Date(NOW), ...input })

/** The same with some octets of its content changed, and signed again (ECDSA with SHA-256) so that the signature holds. */
export function resigned(one: Issued, from: string, to: string): Issued {
  const issuer = one.issuer ?? one
  // 30 82 xx xx around it, and around what is signed.
  const end = 8 + one.der.readUInt16BE(6)
  const [content, algorithm] = [Buffer.from(one.der.subarray(4, end)), readAlgorithm(one.der, end)]
  const at = content.indexOf(Buffer.from(from, 'hex'))
  if (at < 0 || from.length !== to.length) throw new Error(`nothing to change: ${from}`)
  content.write(to, at, 'hex')
  return { ...one, der: der.sequence(content, algorithm, der.bitString(sign('sha256', content, issuer.key))) }
}

const readAlgorithm = (bytes: Buffer, at: number) => bytes.subarray(at, at + 2 + bytes.readUInt8(at + 1))

/** A leaf whose lifetime is exactly as given, in seconds as a client counts: notAfter - notBefore. */
export function lasting(from: string, seconds: number, input: Partial<CertificateInput> = {}): Issued {
  const notBefore = new Date(from)
  return issue({ notBefore, notAfter: new Date(notBefore.getTime() + seconds * 1000), ...input })
}
