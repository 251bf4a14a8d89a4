import { fewOf } from '../../../src/i18n/few.js'
import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

const few = fewOf(', ', (n) => ` and ${n} more`)

const dead = (list: { address: string; how: string }[]) =>
  few(list.map(({ address, how }) => `${address} (${how})`))

const otherService = (got: string): string =>
  got === 'malformed' ? 'broken TLS' : /^[A-Z][\w/]+$/.test(got) ? got : 'something else'

const byProxy = (cause: string) => cause.startsWith('proxy:')

export default {
  title: 'A TLS server answers',
  why: 'Without a TLS server on that port every request of the mini program fails.',
  howToFix: [
    'See whether it listens, and whether a firewall or security group lets the internet in. Something that answers, but not with TLS, is often the plain HTTP port:',
    '  openssl s_client -connect HOST:443 -servername HOST </dev/null',
    '  ssl is missing in: listen 443 ssl;',
  ].join('\n'),
  pass: ({ addresses }) => `answered at ${few(addresses)}`,
  unknown: {
    silent: 'no address gave an answer',
    'some-silent': 'one of several IPv4 addresses gave no answer',
    'spare-silent': 'an IPv6 address gave no answer from here, but another one did',
    'cut-at-times': 'the same hello is answered at times only',
  },
  reasons: {
    refused: {
      message: ({ addresses }, { subject }) => `${subject} refuses connections (${few(addresses)}).`,
      fix: () =>
        'Start the server, open the port in the security group, or correct the port in the domain list.',
    },
    reset: {
      message: ({ addresses }, { subject }) =>
        `${subject} accepts connections and ends them without a TLS answer (${few(addresses)}).`,
      fix: () =>
        'Check whether the name is bound to a certificate on the load balancer, and whether a firewall cuts the connection (unfiled domains are cut in mainland China).',
    },
    'not-tls': {
      message: ({ got }, { subject }) =>
        `${subject} does not speak TLS; what answers there is ${otherService(got)}.`,
      fix: () => 'Turn TLS on for this port.\n  nginx: listen 443 ssl;',
    },
    silent: {
      message: ({ addresses, phase, cause }, { subject }) =>
        byProxy(cause)
          ? `The proxy opened no tunnel to ${subject} (${few(addresses)}): ${cause.slice(6)}.`
          : `${subject} did not answer (${few(addresses)}; ${phase}: ${cause}).`,
      fix: ({ cause }) =>
        byProxy(cause)
          ? 'Look at --proxy, or HTTPS_PROXY: its address, the user and password, and what it lets through. Hosts in NO_PROXY are connected to directly.'
          : 'Run again from a network that reaches the server, or with a longer --timeout.',
    },
    'some-refused': {
      message: ({ dead: list, living }, { subject }) =>
        `${subject}: ${dead(list)} refused the connection while ${few(living)} answered; phones that try it first wait.`,
      fix: () => 'Start the server there, or remove the address from DNS.',
    },
    'some-broken': {
      message: ({ dead: list, living }, { subject }) =>
        `${subject}: ${dead(list)} gave no TLS answer while ${few(living)} did; phones that are sent there fail.`,
      fix: () => 'Repair the server there, or remove the address from DNS.',
    },
    'some-silent': {
      message: ({ dead: list, living }, { subject }) =>
        `${subject}: ${dead(list)} did not answer while ${few(living)} did.`,
      fix: () => 'Run again; if it stays silent, repair the server there or remove the address from DNS.',
    },
    'spare-silent': {
      message: ({ dead: list }, { subject }) =>
        `${subject}: its IPv6 address could not be reached from here: ${dead(list)}.`,
      fix: () => 'Run again from a network with IPv6, or remove the AAAA record.',
    },
    'cut-at-times': {
      message: ({ addresses, times }, { subject }) =>
        `${subject} (${few(addresses)}) does not answer each time: of connections with the same hello some get an answer, and others are cut, stay silent or end with an internal error, ${times === 1 ? 'one' : times} of them while no other was open. Phones may fail now and then.`,
      fix: () =>
        'Look at each server behind the address; one of them may be broken. If a firewall limits the connections from here, let this machine through and run again.',
    },
  },
} satisfies RuleText<typeof rule>
