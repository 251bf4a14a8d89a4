import type consistent from '../../../rules/dns/consistent.js'
import type ipv6 from '../../../rules/dns/ipv6.js'
import type privateAddress from '../../../rules/dns/private-address.js'
import type resolves from '../../../rules/dns/resolves.js'
import { fewOf } from '../few.js'
import type { RuleText } from '../types.js'

const few = fewOf(', ', (n) => ` and ${n} more`)

const HOW: Record<string, string> = {
  connection: 'refuses connections',
  reset: 'resets the connection',
  closed: 'closes the connection',
  'not-tls': 'does not speak TLS',
  malformed: 'speaks broken TLS',
}

const sides = (groups: { addresses: string[] }[], of: (at: number) => string) =>
  groups.map(({ addresses }, at) => `${few(addresses)}: ${of(at)}`).join('; ')

export const dns: {
  'dns/resolves': RuleText<typeof resolves>
  'dns/private-address': RuleText<typeof privateAddress>
  'dns/ipv6': RuleText<typeof ipv6>
  'dns/consistent': RuleText<typeof consistent>
} = {
  'dns/resolves': {
    title: 'The host name has an address',
    why: 'A name without an address fails on every phone with a plain network error.',
    pass: ({ addresses }) => `resolves to ${few(addresses)}`,
    reasons: {
      nxdomain: {
        message: ({ resolver }, { subject }) =>
          `${subject} does not exist: the name server (${resolver}) answers NXDOMAIN.`,
        fix: () => 'Correct the spelling, or add the A record at your DNS provider.',
      },
      'no-address': {
        message: ({ resolver, cname }, { subject }) =>
          cname.length > 0
            ? `${subject} is an alias of ${cname.join(' → ')}, which has no address (asked ${resolver}).`
            : `${subject} exists but has neither an A nor an AAAA record (asked ${resolver}).`,
        fix: () => 'Add an A record, or correct the target of the CNAME.',
      },
      'no-answer': {
        message: ({ resolver, cause }, { subject }) =>
          `The name server (${resolver}) gave no usable answer for ${subject}: ${cause}.`,
        fix: () => 'Run again, or ask another server: --dns 223.5.5.5',
      },
      'aaaa-no-answer': {
        message: ({ resolver, cause }, { subject }) =>
          `Whether ${subject} has an IPv6 address could not be determined from ${resolver}: ${cause}.`,
        fix: () => 'Run again, or ask another server: --dns 223.5.5.5',
      },
    },
  },
  'dns/private-address': {
    title: 'The addresses are reachable from the internet',
    why: 'A phone on a mobile network cannot reach an address that exists only inside your company or on one machine.',
    pass: () => 'public addresses',
    reasons: {
      'proxy-address': {
        message: ({ addresses, resolver }, { subject }) =>
          `${subject} resolves to ${few(addresses)} here (asked ${resolver}): no address of the internet, but one that a proxy program on this machine (Clash, Surge, mihomo, sing-box …) makes up. What phones get was not seen.`,
        fix: () =>
          [
            'Switch the fake-IP mode (enhanced-mode: fake-ip) or the program off for the audit, or except the domain (fake-ip-filter), and run again.',
            'Asking another server helps only where the program does not catch DNS: --dns 223.5.5.5',
            'Or name the address yourself: --resolve HOST:443:ADDRESS',
          ].join('\n'),
      },
      all: {
        message: ({ addresses, uses, resolver }, { subject }) =>
          `${subject} resolves only to ${few(addresses)} (${uses.join(', ')}), which phones can't reach (asked ${resolver}).`,
        fix: () =>
          'Publish a public address. If this is the answer of your company’s resolver, ask a public one: --dns 223.5.5.5',
      },
      some: {
        message: ({ addresses, uses }, { subject }) =>
          `${subject} also resolves to ${few(addresses)} (${uses.join(', ')}); phones that pick it fail or wait.`,
        fix: () => 'Remove these records from the public zone.',
      },
      'no-answer': {
        message: ({ resolver, cause }, { subject }) =>
          `Which addresses ${subject} has could not be determined from ${resolver}: ${cause}.`,
        fix: () => 'Run again, or ask another server: --dns 223.5.5.5',
      },
      'rest-unanswered': {
        message: ({ resolver, cause }, { subject }) =>
          `The known addresses of ${subject} are public; whether it has others could not be determined from ${resolver}: ${cause}.`,
        fix: () => 'Run again, or ask another server: --dns 223.5.5.5',
      },
    },
  },
  'dns/ipv6': {
    title: 'IPv6 addresses work as IPv4 ones do',
    why: 'Phones in mobile networks try IPv6 first. An AAAA record without a working server behind it makes every first request wait or fail.',
    pass: ({ addresses }) => `answered at ${few(addresses)}`,
    reasons: {
      refused: {
        message: ({ addresses, how }, { subject }) =>
          `${subject}: its IPv6 address ${few(addresses)} ${HOW[how] ?? 'refuses every handshake'}, while IPv4 works.`,
        fix: () =>
          'Let the server listen on IPv6 too (nginx: listen [::]:443 ssl;), or remove the AAAA record.',
      },
      'only-ipv6': {
        message: ({ addresses }, { subject }) =>
          `${subject} has IPv6 addresses alone (${few(addresses)}): phones in networks without IPv6, and old clients, can’t connect.`,
        fix: () => 'Give the name an IPv4 address as well: an A record, or a load balancer or CDN with both.',
      },
      silent: {
        message: ({ addresses, phase, cause }, { subject }) =>
          `${subject}: whether its IPv6 address ${few(addresses)} works could not be determined from here (${phase}: ${cause}).`,
        fix: () => 'Run again from a network with IPv6.',
      },
    },
  },
  'dns/consistent': {
    title: 'Every address does the same',
    why: 'Phones are sent to any of the addresses. Where one was forgotten at the last renewal, some requests fail some of the time.',
    pass: ({ addresses }) => `${addresses.length} addresses do the same`,
    reasons: {
      'different-leaf': {
        message: ({ groups }, { subject }) =>
          `${subject} serves different certificates: ${sides(groups, (at) => `valid until ${groups[at]?.notAfter.slice(0, 10)}, SHA-256 ${groups[at]?.sha256.slice(0, 16)}…`)}.`,
        fix: () => 'Deploy the same certificate on every server behind the name, and reload them all.',
      },
      'different-chain': {
        message: ({ groups }, { subject }) =>
          `${subject} serves the same certificate with different chains: ${sides(groups, (at) => `${groups[at]?.certificates} certificates`)}.`,
        fix: () => 'Deploy the same full chain on every server behind the name.',
      },
      'different-versions': {
        message: ({ groups }, { subject }) =>
          `${subject} speaks different TLS versions: ${sides(groups, (at) => groups[at]?.versions.join(', ') || 'none')}.`,
        fix: () => 'Give every server behind the name the same TLS settings.',
      },
      dead: {
        message: ({ dead, living }, { subject }) =>
          `${subject}: ${few(dead)} refuses connections, ${few(living)} answers.`,
        fix: () => 'Start the server there, or remove the address from DNS.',
      },
    },
  },
}
