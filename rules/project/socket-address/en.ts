import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

type Unlisted = { api: string; origin: string; host: string; near: string }

const spelling = (near: string) =>
  near === '' ? '' : ` ${near} is listed: one of the two may be misspelled.`
const entry = ({ api, host }: Unlisted) => `${api}://${host}`
const list = (found: Unlisted) =>
  found.near === ''
    ? `List ${entry(found)} under ${found.api} in the console (开发管理 → 服务器域名) and in the config, or remove the call.`
    : `Correct the spelling: ${found.near} is listed, ${found.host} is called.`

export default {
  title: 'Sockets connect to listed names or a LAN',
  why: 'A TCP socket reaches listed names and devices of the same LAN only, and some ports not at all: on phones, connect then fails with "invalid address", although devtools lets it through.',
  howToFix:
    'List the name under udp or tcp, without a port; call public servers by name. Where devices in the user’s own network are meant, an address of that network is fine.',
  pass: () => 'every name that sockets connect to is listed',
  unknown: {
    'other-port': 'whether ports of udp and tcp entries are compared is not documented',
    'no-list': 'no page says what such a socket may connect to',
  },
  reasons: {
    'unlisted-tcp': {
      message: (found) =>
        `${found.origin} is called by ${found.api} and not in the ${found.api} list.${spelling(found.near)}`,
      fix: list,
    },
    'unlisted-udp': {
      message: (found) =>
        `${found.origin} is called by ${found.api} and not in the ${found.api} list. Base libraries up to 2.9.3 refuse it; for later ones the documentation allows any name on one page and not on another.${spelling(found.near)}`,
      fix: list,
    },
    address: {
      message: ({ origin }) => `${origin} is an IP address outside of a LAN, which cannot be listed.`,
      fix: ({ api }) => `Give the server a name, list it under ${api}, and connect to that name.`,
    },
    'udp-address': {
      message: ({ origin }) =>
        `${origin} is nothing a list can hold: base libraries after 2.9.3 send there, earlier ones only within the LAN.`,
      fix: () => 'Nothing needs to be done unless earlier base libraries are supported.',
    },
    lan: {
      message: ({ origin }) => `${origin} is an address of a LAN: only phones in that network reach it.`,
      fix: () => 'Call a public name unless devices in the user’s own network are meant.',
    },
    own: {
      message: ({ origin }) => `${origin} is the phone itself, which a socket cannot connect to.`,
      fix: () => 'Connect to the name of your server in the build that is released.',
    },
    'closed-port': {
      message: ({ origin, port }) => `${origin}: port ${port} is one that TCP sockets never connect to.`,
      fix: () =>
        'Let the server listen on another port, above 1024 and not in the platform’s list of closed ones.',
    },
    malformed: {
      message: ({ origin }) => `${origin}: a socket’s address is a bare host, without scheme, path and port.`,
      fix: () => 'Write the host into address and the number into port.',
    },
    'other-port': {
      message: ({ origin, listed }) =>
        `${origin} is called and ${listed} is listed: whether ports are compared is not documented.`,
      fix: ({ api, host }) => `List ${api}://${host} without a port.`,
    },
    'no-list': {
      message: ({ origin, api }) =>
        `${origin} is called by ${api}, and no page says what such a socket may connect to here.`,
      fix: () => 'Try it on a phone with a released build, or remove the call there.',
    },
  },
} satisfies RuleText<typeof rule>
