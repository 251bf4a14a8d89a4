/** The demo's servers: what each one gets wrong, in words and in options. */
import { DEMO_WORDS, type DemoCaseId } from '../i18n/demo.js'
import { byLanguage, type Language } from '../i18n/languages.js'
import { type CertificateInput, type Issued, makeAuthority, makeCertificate } from './authority.js'

export type Serving =
  | { kind: 'tls'; leaf: Issued; others: readonly Issued[]; only?: 'TLSv1.1' | 'TLSv1.2'; ciphers?: string }
  | { kind: 'plain-http' | 'closed' | 'silent' }

export interface DemoCase {
  id: string
  host: string
  scheme: 'https' | 'wss'
  title: Record<Language, string>
  /** What an audit is expected to find. */
  shows: Record<Language, string>
  serving: Serving
}

export const DEMO_DOMAIN = 'shop.example'
const DAY = 86_400_000
/** Old protocols and small keys need OpenSSL's security level turned down. */
const ANYTHING = 'DEFAULT@SECLEVEL=0'
/** RSA key transport: whoever gets the key later can decrypt everything recorded before. */
const STATIC_RSA = 'AES128-GCM-SHA256:AES256-GCM-SHA384:AES128-SHA:AES256-SHA'

export interface DemoWorld {
  /** The demo's own root: give it as --ca. */
  root: Issued
  cases: DemoCase[]
}

/** `now` is the instant the certificates' dates are set around. */
export function demoCases(now: Date): DemoWorld {
  const { root, intermediate, issue } = makeAuthority({ name: 'Hefa Demo', now })
  const at = (days: number) => new Date(now.getTime() + days * DAY)
  const served = (
    label: string,
    input: CertificateInput = {},
    others: readonly Issued[] = [intermediate],
  ) => ({
    kind: 'tls' as const,
    leaf: issue({ names: [`${label}.${DEMO_DOMAIN}`], ...input }),
    others,
  })
  const policy = makeCertificate({
    subject: { cn: 'Hefa Demo Policy CA', o: 'Hefa Demo' },
    ca: true,
    issuer: root,
    now,
  })
  const issuing = makeCertificate({
    subject: { cn: 'Hefa Demo TLS CA 2', o: 'Hefa Demo' },
    ca: true,
    issuer: policy,
    now,
  })
  const own = (label: string, issuer?: Issued): Issued =>
    makeCertificate({ names: [`${label}.${DEMO_DOMAIN}`], now, ...(issuer ? { issuer } : {}) })
  const office = makeAuthority({ name: 'Office', now })

  const servings: Record<DemoCaseId, Serving> = {
    api: served('api'),
    ws: served('ws'),
    'no-intermediate': served('no-intermediate', {}, []),
    expired: served('expired', { notBefore: at(-120), notAfter: at(-30) }),
    'expires-soon': served('expires-soon', { notBefore: at(-83), notAfter: at(6) }),
    'wrong-name': served('wrong-name', { names: [`www.${DEMO_DOMAIN}`] }),
    'self-signed': { kind: 'tls', leaf: own('self-signed'), others: [] },
    'office-ca': { kind: 'tls', leaf: own('office-ca', office.intermediate), others: [office.intermediate] },
    'wrong-order': { kind: 'tls', leaf: own('wrong-order', issuing), others: [policy, issuing] },
    'root-sent': served('root-sent', {}, [intermediate, root]),
    'tls11-only': { ...served('tls11-only'), only: 'TLSv1.1', ciphers: ANYTHING },
    'no-forward-secrecy': {
      ...served('no-forward-secrecy', { key: 'rsa-2048' }),
      only: 'TLSv1.2',
      ciphers: STATIC_RSA,
    },
    'weak-key': { ...served('weak-key', { key: 'rsa-1024' }), ciphers: ANYTHING },
    sha1: { ...served('sha1', { hash: 'sha1' }), ciphers: ANYTHING },
    'plain-http': { kind: 'plain-http' },
    refused: { kind: 'closed' },
    silent: { kind: 'silent' },
  }
  const cases = (Object.keys(servings) as DemoCaseId[]).map(
    (id): DemoCase => ({
      id,
      host: `${id}.${DEMO_DOMAIN}`,
      scheme: id === 'ws' ? 'wss' : 'https',
      title: byLanguage((language) => DEMO_WORDS[language][id].title),
      shows: byLanguage((language) => DEMO_WORDS[language][id].shows),
      serving: servings[id],
    }),
  )
  return { root, cases }
}
