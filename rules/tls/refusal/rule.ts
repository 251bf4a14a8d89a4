import {
  defineRule,
  evidence,
  type Finding,
  fail,
  leftTo,
  notApplicable,
  pass,
  unknown,
} from '../../../src/engine/rule.js'
import type { EndpointFacts, Handshake, Refusal, TlsVersion } from '../../../src/facts/index.js'
import { rememberedCertificate } from '../../../src/x509/index.js'
import { AN_OPEN_PORT } from '../../presuppositions.js'

/** How the server refused: with an alert (RFC 8446 section 6), or by ending the connection. */
type How = { by: Refusal['by']; alert: number | null }

type Reasons = {
  pass: { accepted: TlsVersion[] }
  /** `others`: the names in the certificate sent without SNI; empty if there was none. */
  'not-bound': How & { others: string[] }
  'cut-by-name': How & { others: string[] }
  'silent-by-name': { cause: string; others: string[] }
  /**
   * TLS 1.3, whose suites work with any certificate, is refused too; `nameless`: the answer to a hello without a name.
   */
  'nothing-for-name': How & { nameless: How | null }
  'nothing-in-common': How
  'client-certificate': How
  protocol: How
  refused: How
}

/** Alerts of RFC 8446 section 6 and of TLS 1.2, by what they mean in answer to a first hello. */
const UNRECOGNIZED_NAME = 112
const ABOUT_VERSION: readonly number[] = [70, 86] // protocol_version, inappropriate_fallback
const ABOUT_SUITES: readonly number[] = [40, 71] // handshake_failure, insufficient_security
const ABOUT_CLIENT: readonly number[] = [41, 42, 116] // no_certificate, bad_certificate, certificate_required
const ABOUT_PROTOCOL: readonly number[] = [120] // no_application_protocol

/** Names shown at most. */
const SHOWN = 5
const MODERN = ['TLSv1.2', 'TLSv1.3'] as const
const OLD = ['SSLv3', 'TLSv1', 'TLSv1.1'] as const

/** Why a server refuses TLS 1.2 and 1.3 if the version is not the reason (tls/version). */
export default defineRule({
  id: 'tls/refusal',
  subject: 'endpoint',
  presupposes: AN_OPEN_PORT,
  needs: ['endpoint', 'tlsVersions'],
  evidence: evidence<Reasons>(),
  reasons: {
    'not-bound': 'fail',
    'cut-by-name': 'fail',
    'silent-by-name': 'unknown',
    'nothing-for-name': 'fail',
    'nothing-in-common': 'fail',
    'client-certificate': 'fail',
    protocol: 'fail',
    refused: 'fail',
  },
  judge({ endpoint, tlsVersions }) {
    const accepted = MODERN.filter((version) => tlsVersions[version].kind === 'accepted')
    if (accepted.length > 0) return [pass({ accepted })]
    const answers = MODERN.map((version) => tlsVersions[version])
    const refusals = answers.filter((answer) => answer.kind === 'refused')
    const speaksOld = OLD.some((version) => tlsVersions[version].kind === 'accepted')
    if (refusals.length < answers.length)
      return [speaksOld ? leftTo('tls/version') : silence(answers, endpoint)]
    // A server that supports one version says so when offered the other: the reason is in its answer to its own
    // version.
    const telling = refusals.filter((refusal) => !isAboutVersion(refusal))
    // Hellos of old versions have no extensions: a server that accepts only those may still say what it expects of the
    // others.
    const said = speaksOld ? telling.filter(namesItsReason) : telling
    const [first] = said
    if (!first) return [leftTo('tls/version')]
    return [causeOf(first, said, endpoint, tlsVersions['TLSv1.3'])]
  },
})

function nothingInCommon(how: How, { nameless }: EndpointFacts, newest: Handshake): Finding<Reasons> {
  const anyVersion = newest.kind === 'refused' && says(newest, ABOUT_SUITES)
  if (!anyVersion) return fail('nothing-in-common', how)
  return fail('nothing-for-name', { ...how, nameless: nameless?.kind === 'refused' ? howOf(nameless) : null })
}

function causeOf(
  first: Refusal,
  telling: readonly Refusal[],
  endpoint: EndpointFacts,
  newest: Handshake,
): Finding<Reasons> {
  const how = howOf(first)
  const others = namesWithout(endpoint)
  const unrecognized = telling.find(({ alert }) => alert === UNRECOGNIZED_NAME)
  if (unrecognized) return fail('not-bound', { ...howOf(unrecognized), others })
  if (endpoint.nameless?.kind === 'accepted')
    return fail(first.by === 'alert' ? 'not-bound' : 'cut-by-name', { ...how, others })
  if (says(first, ABOUT_SUITES)) return nothingInCommon(how, endpoint, newest)
  if (says(first, ABOUT_CLIENT)) return fail('client-certificate', how)
  return fail(says(first, ABOUT_PROTOCOL) ? 'protocol' : 'refused', how)
}

/** No answer with the name, but an answer without it. */
function silence(answers: readonly Handshake[], endpoint: EndpointFacts): Finding<Reasons> {
  // The SSL 3.0 hello has no extensions, hence no name.
  const { ssl3: _, ...named } = endpoint.handshakes
  const heard = Object.values(named).some(({ kind }) => kind !== 'no-answer')
  if (heard || endpoint.nameless?.kind !== 'accepted') return notApplicable
  const quiet = answers.find((answer) => answer.kind === 'no-answer')
  return unknown('silent-by-name', { cause: quiet?.cause ?? '', others: namesWithout(endpoint) })
}

const howOf = ({ by, alert }: Refusal): How => ({ by, alert: alert ?? null })

const says = ({ by, alert }: Refusal, alerts: readonly number[]): boolean =>
  by === 'alert' && alerts.includes(alert ?? 0)

const namesItsReason = (refusal: Refusal): boolean =>
  says(refusal, [UNRECOGNIZED_NAME, ...ABOUT_CLIENT, ...ABOUT_PROTOCOL])

const isAboutVersion = ({ by, alert }: Refusal): boolean =>
  by === 'other-version' || (by === 'alert' && ABOUT_VERSION.includes(alert ?? 0))

/** The names in the certificate that the address sends without SNI. */
function namesWithout({ nameless }: EndpointFacts): string[] {
  const [leaf] = nameless?.kind === 'accepted' ? (nameless.certificates ?? []) : []
  const certificate = leaf === undefined ? null : rememberedCertificate(leaf)
  return (certificate?.subjectAltName?.dns ?? []).slice(0, SHOWN)
}
