import { fewOf } from '../../../src/i18n/few.js'
import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

const few = fewOf(', ', (n) => ` and ${n} more`)

const sides = <T extends { vantages: string[] }>(groups: readonly T[], of: (group: T) => string) =>
  groups.map((group) => `${few(group.vantages)}: ${of(group)}`).join('; ')

const certificates = (leaves: readonly { sha256: string; notAfter: string }[]) =>
  leaves
    .map(({ sha256, notAfter }) => `until ${notAfter.slice(0, 10) || '?'}, SHA-256 ${sha256.slice(0, 16)}…`)
    .join(' and ')

export default {
  title: 'Every place sees the same server',
  why: 'CDNs answer by region and carrier. A certificate, a chain or a setting that has not reached every node fails the users there, and looks fine to everybody else.',
  howToFix:
    'Ask the CDN which nodes serve that region, deploy certificate and settings there again, and purge its cache. A renewal takes some minutes to some hours to reach every node.',
  pass: ({ vantages }) => `the same from ${few(vantages)}`,
  reasons: {
    'fails-somewhere': {
      message: ({ failing, others }, { subject }) =>
        `${subject} works from ${few(others)}, but fails from ${failing.map(({ vantages, rules }) => `${few(vantages)} (${few(rules)})`).join('; ')}.`,
      fix: () => 'Fix what fails there; the findings of that place say how.',
    },
    'old-certificate': {
      message: ({ groups }, { subject }) =>
        `The renewed certificate of ${subject} has not reached every place: ${sides(groups, ({ leaves, old }) => `${certificates(leaves)}${old ? ' (due)' : ''}`)}.`,
      fix: () => 'Deploy the new certificate on the nodes that serve those places, and reload them.',
    },
    'other-certificate': {
      message: ({ groups }, { subject }) =>
        `${subject} serves different certificates, none of them due: ${sides(groups, ({ leaves }) => certificates(leaves))}.`,
    },
    'different-chain': {
      message: ({ groups }, { subject }) =>
        `${subject} serves the same certificate with different chains: ${sides(groups, ({ certificates }) => `${certificates.join(' or ')} certificates`)}.`,
      fix: () => 'Deploy the same full chain on every node.',
    },
    'different-versions': {
      message: ({ groups }, { subject }) =>
        `${subject} speaks different TLS versions: ${sides(groups, ({ versions }) => versions.join(', ') || 'none')}.`,
      fix: () => 'Give every node the same TLS settings.',
    },
    'special-address': {
      message: ({ strange, others }, { subject }) =>
        `${subject} has addresses from some places that do not exist on the internet: ${sides(strange, ({ addresses }) => few(addresses))}; from ${few(others)} it has none such.`,
      fix: () =>
        'Find out who answers there: a split DNS, or a resolver that was tampered with. Compare with --dns.',
    },
    'different-status': {
      message: ({ path, groups }, { subject }) =>
        `${subject}${path} answers differently: ${sides(groups, ({ status }) => `HTTP status ${status}`)}.`,
      fix: () =>
        'Look for rules by region or address (firewall, rate limits, origin per region) at the node and at the origin.',
    },
    'other-addresses': {
      message: ({ groups }, { subject }) =>
        `${subject} has other addresses by place: ${sides(groups, ({ addresses }) => few(addresses))}.`,
    },
  },
} satisfies RuleText<typeof rule>
