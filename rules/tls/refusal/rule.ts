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

/** How the refusal came: an alert (RFC 8446 section 6), or the end of the connection. */
type How = { by: Refusal['by']; alert: number | null }

type Reasons = {
  pass: { accepted: TlsVersion[] }
  /** `others`: the names of the certificate that is sent without a server name; empty where none came. */
  'not-bound': How & { others: string[] }
  'cut-by-name': How & { others: string[] }
  'silent-by-name': { cause: string; others: string[] }
  /** TLS 1.3 refuses too, whose suites go with every certificate; `nameless`: what was drawn without a name. */
  'nothing-for-name': How & { nameless: How | null }
  'nothing-in-common': How
  'client-certificate': How
  protocol: How
  refused: How
}

/** Alerts of RFC 8446 section 6 and of TLS 1.2, by what a server means when it answers a first hello with them. */
const UNRECOGNIZED_NAME = 112
const ABOUT_VERSION: readonly number[] = [70, 86] // protocol_version, inappropriate_fallback
const ABOUT_SUITES: readonly number[] = [40, 71] // handshake_failure, insufficient_security
const ABOUT_CLIENT: readonly number[] = [41, 42, 116] // no_certificate, bad_certificate, certificate_required
const ABOUT_PROTOCOL: readonly number[] = [120] // no_application_protocol

/** Names shown at most. */
const SHOWN = 5
const MODERN = ['TLSv1.2', 'TLSv1.3'] as const
const OLD = ['SSLv3', 'TLSv1', 'TLSv1.1'] as const

/** Why a server that is there turns TLS 1.2 and 1.3 away, where the version is not the reason (tls/version). */
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
    // A server of one version says so of the other: what it says of its own is the reason.
    const telling = refusals.filter((refusal) => !isAboutVersion(refusal))
    // Hellos of old versions lack extensions: whoever takes those alone may still name what it wants of the others.
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

/** Nothing is heard with the name, and an answer comes without it. */
function silence(answers: readonly Handshake[], endpoint: EndpointFacts): Finding<Reasons> {
  // The hello of SSL 3.0 has no extensions, and with them no name.
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

/** Whose certificate the address sends when it is asked for no name. */
function namesWithout({ nameless }: EndpointFacts): string[] {
  const [leaf] = nameless?.kind === 'accepted' ? (nameless.certificates ?? []) : []
  const certificate = leaf === undefined ? null : rememberedCertificate(leaf)
  return (certificate?.subjectAltName?.dns ?? []).slice(0, SHOWN)
}
