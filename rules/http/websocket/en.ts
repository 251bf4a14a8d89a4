import { on } from '../../../src/i18n/en/domain-words.js'
import type { About, RuleText } from '../../../src/i18n/types.js'
import { noAnswer, notHttp } from '../words/en.js'
import type rule from './rule.js'

const FAULTS = {
  accept: 'Sec-WebSocket-Accept does not match the key',
  upgrade: 'Upgrade is not websocket',
  connection: 'Connection does not say Upgrade',
  subprotocol: 'a subprotocol was chosen that was not offered',
  extensions: 'extensions were chosen that were not offered',
  interim: 'another answer comes before it (100 or 103)',
  frame: 'what follows are no WebSocket frames that a server may send',
}

/** Alipay and mPaaS report error 9 when the app's own call names no subprotocol. */
const onAlipay = (about: About): boolean => on(about, ({ traits }) => traits?.namesSubprotocol === true)

const SOCKET_FIX = [
  'Name the path of the socket in the config ("paths": { "wss://HOST": ["/socket"] }) and let the gateway pass the upgrade on.',
  '  nginx: proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade";',
].join('\n')

const ERROR_9 =
  'Alipay and mPaaS: error 9 means that the call itself named no Sec-WebSocket-Protocol; name one that the server knows.'

const socketFix = (about: About): string => (onAlipay(about) ? `${SOCKET_FIX}\n${ERROR_9}` : SOCKET_FIX)

export default {
  title: 'Socket hosts accept a WebSocket',
  why: 'Without a proper 101 answer connectSocket fails on every phone.',
  howToFix: [
    'Let the proxy pass the upgrade on:',
    '  proxy_http_version 1.1;',
    '  proxy_set_header Upgrade $http_upgrade;',
    '  proxy_set_header Connection "upgrade";',
    'If sockets are served on another path, name it under "paths".',
  ].join('\n'),
  pass: ({ paths }, about) =>
    `101 (${paths.join(', ')})${onAlipay(about) ? '; no Sec-WebSocket-Protocol was asked for, which Alipay’s error 9 is about' : ''}`,
  unknown: { 'no-answer': 'the opening handshake got no answer' },
  reasons: {
    broken: {
      message: ({ path, faults }, { subject }) =>
        `${subject}${path} answers 101, but ${faults.map((fault) => FAULTS[fault]).join('; ')}.`,
      fix: () =>
        'Let a WebSocket library answer the upgrade (RFC 6455 section 4.2.2), and the gateway pass its header fields on.',
    },
    dropped: {
      message: ({ path, code }, { subject }) =>
        code === null
          ? `${subject}${path} answers 101 and then ends the connection without a close frame, twice: apps see the socket open and fail (1006).`
          : `${subject}${path} answers 101 and at once closes the socket with ${code}, an error of the protocol or of the server.`,
      fix: () =>
        'Check the log of the program behind the gateway: it may be down, or may not speak WebSocket on this path. A server that wants a token should answer 401, or close with a code of its own (4000 to 4999).',
    },
    closed: {
      message: ({ path, code }, { subject }) =>
        `${subject}${path} answers 101 and at once closes the socket${code === null ? '' : ` (${code})`}: perhaps for want of a token, which hefa does not have.`,
      fix: () => 'Name a path under "paths" on which the server keeps a socket open without a token.',
    },
    refused: {
      message: ({ path, status }, { subject }) =>
        `${subject}${path} answers a WebSocket upgrade with ${status}.`,
      fix: (_, about) => socketFix(about),
    },
    'upgrade-lost': {
      message: ({ path }, { subject }) =>
        `${subject}${path} answers a WebSocket upgrade with 426, which asks for one: the gateway in front drops the Upgrade header, so no socket can open.`,
      fix: (_, about) => socketFix(about),
    },
    'not-upgraded': {
      message: ({ path, status }, { subject }) =>
        `${subject}${path} answers a WebSocket upgrade with ${status} instead of 101.`,
      fix: (_, about) => socketFix(about),
    },
    'default-path': {
      message: ({ status }, { subject }) =>
        `${subject}/ answers a WebSocket upgrade with ${status} instead of 101; the socket may live at another path.`,
      fix: (_, about) => socketFix(about),
    },
    'not-http': notHttp,
    'no-answer': noAnswer,
  },
} satisfies RuleText<typeof rule>
