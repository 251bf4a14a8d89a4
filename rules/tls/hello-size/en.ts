import type { RuleText } from '../../../src/i18n/types.js'
import { alertText } from '../words/en.js'
import type rule from './rule.js'

const LONG_HELLO = [
  'Let what is in front of the server (firewall, WAF, load balancer, DPI of a VPN or tunnel) take a ClientHello that comes in several TCP segments: update it, or take it out of the way for this port. It inspects only the first segment, usually for the server name.',
  'If nothing is in front of it, update the TLS library of the server: it must ignore key shares it does not know.',
  'To see it yourself (OpenSSL 3.5 or later): the first is rejected, the second is answered.',
  '  openssl s_client -connect HOST:PORT -servername HOST -groups X25519MLKEM768 </dev/null',
  '  openssl s_client -connect HOST:PORT -servername HOST -groups X25519 </dev/null',
].join('\n')

export default {
  title: 'Long ClientHellos are answered',
  why: 'Current phones and browsers send an ML-KEM key share, which makes their ClientHello longer than one TCP segment. A device that inspects only the first segment cuts them off, while older phones, and most tools, connect.',
  pass: ({ longest }) => `hellos of ${longest} bytes are answered`,
  unknown: { silent: 'long hellos get no answer, and short ones do' },
  reasons: {
    cut: {
      message: ({ shortest, longest, alert, clients }, { subject }) =>
        `${subject}: every hello of ${shortest} bytes and more is ${alert === null ? 'cut off' : `refused (${alertText(alert)})`}, and every one of up to ${longest} is answered. It is the length of the hello, or the ML-KEM key share that makes it so long: ${clients.join(', ')} can’t connect.`,
      fix: () => LONG_HELLO,
    },
    silent: {
      message: ({ shortest, longest, clients }, { subject }) =>
        `${subject}: hellos of ${shortest} bytes and more get no answer, and every one of up to ${longest} does. It looks as if long ones were dropped on the way: those of ${clients.join(', ')}.`,
      fix: () => `${LONG_HELLO}\nThen run again: another network may drop nothing.`,
    },
  },
} satisfies RuleText<typeof rule>
