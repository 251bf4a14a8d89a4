import type charset from '../../../rules/http/charset.js'
import type redirect from '../../../rules/http/redirect.js'
import type responseTime from '../../../rules/http/response-time.js'
import type status from '../../../rules/http/status.js'
import type websocket from '../../../rules/http/websocket.js'
import type { About, ReasonText, RuleText } from '../types.js'
import { on, withRelease } from './domain-words.js'

const WRONG = {
  unlisted: 'which the domain list does not cover',
  insecure: 'which is plain http',
  loop: 'which was asked before: a loop',
  nowhere: 'which is not an https address',
}

const FAULTS = {
  accept: 'Sec-WebSocket-Accept does not match the key',
  upgrade: 'Upgrade is not websocket',
  connection: 'Connection does not say Upgrade',
  subprotocol: 'a subprotocol was chosen that nobody asked for',
  extensions: 'extensions were chosen that nobody asked for',
}

const noAnswer: ReasonText<{ path: string; phase: string; cause: string }> = {
  message: ({ path, phase, cause }, { subject }) => `${subject}${path} gave no answer (${phase}: ${cause}).`,
  fix: () => 'Run again, with a longer --timeout if the server is slow.',
}

const notHttp: ReasonText<{ path: string; problem: string; got: string }> = {
  message: ({ path, problem, got }, { subject }) =>
    problem === 'endless-head'
      ? `${subject}${path} answers with more than 64 kB of header fields.`
      : problem === 'length'
        ? `${subject}${path} answers with a Content-Length that contradicts itself.`
        : `${subject}${path} does not answer in HTTP/1.1; it sent: ${got}`,
  fix: () => 'Look which program listens on this port, and what the gateway in front of it sends.',
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

export const http: {
  'http/redirect': RuleText<typeof redirect>
  'http/charset': RuleText<typeof charset>
  'http/response-time': RuleText<typeof responseTime>
  'http/status': RuleText<typeof status>
  'http/websocket': RuleText<typeof websocket>
} = {
  'http/redirect': {
    title: 'Redirects stay on listed domains, over https, and end',
    why: 'A redirect to another domain counts as a request to that domain: when it is not listed, the request fails though the first address is.',
    pass: ({ paths }) => `no redirect out of the list (${paths.join(', ')})`,
    reasons: {
      unlisted: {
        message: ({ from, to, apis }) =>
          `${from} redirects to ${to}, ${WRONG.unlisted} (${apis.join(', ')}).`,
        fix: ({ to }, about) =>
          withRelease(
            `Call the final address directly, answer without a redirect, or add the domain of ${to} to the list.`,
            about,
          ),
      },
      insecure: {
        message: ({ from, to }) => `${from} redirects to ${to}, ${WRONG.insecure}.`,
        fix: () =>
          'Redirect to https. Behind a gateway that ends TLS, let the program know the scheme (X-Forwarded-Proto).',
      },
      loop: {
        message: ({ from, to }) => `${from} redirects to ${to}, ${WRONG.loop}.`,
        fix: () =>
          'Look at the redirect rules of gateway and program; requests here carry no cookies, as a first request does.',
      },
      nowhere: {
        message: ({ from, to }) => `${from} redirects to “${to}”, ${WRONG.nowhere}.`,
        fix: () => 'Send one absolute https address or a path in Location.',
      },
      'default-path': {
        message: ({ from, to, problem }) =>
          `${from} redirects to ${to}, ${WRONG[problem]}. Many servers send / to a website; name the paths your app calls in the config.`,
      },
      'too-many': {
        message: ({ path, from, to }, { subject }) =>
          `${subject}${path} redirects more than five times; the last one seen leads from ${from} to ${to}.`,
        fix: () => 'Call the final address directly.',
      },
      'no-answer': noAnswer,
    },
  },
  'http/charset': {
    title: 'Text comes as UTF-8',
    why: 'Clients try to convert other encodings and may fail, and remove one byte order mark only: users see garbled text, or JSON that does not parse.',
    pass: ({ paths }) => `UTF-8 (${paths.join(', ')})`,
    reasons: {
      declared: {
        message: ({ path, charset }, { subject }) => `${subject}${path} declares charset ${charset}.`,
        fix: () => 'Answer in UTF-8.\n  nginx: charset utf-8;',
      },
      invalid: {
        message: ({ path, contentType }, { subject }) =>
          `${subject}${path} (${contentType}) sends bytes that are not UTF-8.`,
        fix: () => 'Answer in UTF-8, and declare it in Content-Type.',
      },
      'byte-order-marks': {
        message: ({ path, boms }, { subject }) =>
          `${subject}${path} begins with ${boms} byte order marks; only one is removed.`,
        fix: () => 'Save the files the program includes without a byte order mark.',
      },
      compressed: {
        message: ({ path, encoding }, { subject }) =>
          `${subject}${path} answers compressed (${encoding}) though that was not accepted; its text was not looked at.`,
      },
      'no-answer': noAnswer,
    },
  },
  'http/response-time': {
    title: 'The first byte comes in time',
    why: 'A request that waits longer than the client’s limit fails with a timeout, and users leave earlier than that.',
    pass: ({ slowestMs, timeout }) => `first byte after ${slowestMs} ms at most (limit ${timeout} ms)`,
    reasons: {
      'too-slow': {
        message: ({ path, firstByteMs, timeout }, { subject }) =>
          firstByteMs === null
            ? `${subject}${path} sent no byte within ${timeout} ms.`
            : `${subject}${path} sent its first byte after ${firstByteMs} ms, later than ${timeout} ms.`,
        fix: () => 'Answer sooner, or hand long work to a second request that asks for the result.',
      },
      'not-waited': {
        message: ({ path, waited, timeout }, { subject }) =>
          `${subject}${path} sent no byte within ${waited} ms; longer was not waited, and the limit is ${timeout} ms.`,
        fix: ({ timeout }) => `Run again with --timeout ${Math.ceil(timeout / 1000)}.`,
      },
      'no-answer': noAnswer,
    },
  },
  'http/status': {
    title: 'Paths answer without an error status',
    why: 'WeChat calls success whatever the status is; on Alipay and mPaaS the call fails with error 19.',
    pass: ({ statuses }) => statuses.map(({ path, status }) => `${path}: ${status}`).join(', '),
    reasons: {
      'not-found': {
        message: ({ path, status }, { subject }) => `${subject}${path} answers ${status}.`,
        fix: () => 'Correct the path in the config, or the routes of server and gateway.',
      },
      'server-error': {
        message: ({ path, status }, { subject }) => `${subject}${path} answers ${status}.`,
        fix: () => 'Look into the logs of the server and of the gateway in front of it.',
      },
      'client-error': {
        message: ({ path, status }, { subject }) =>
          `${subject}${path} answers ${status} to a GET without parameters and credentials.`,
      },
      'default-path': {
        message: ({ status }, { subject }) =>
          `${subject}/ answers ${status}. Many API servers have nothing there; name the paths your app calls in the config.`,
      },
      'not-http': notHttp,
      'no-answer': noAnswer,
    },
  },
  'http/websocket': {
    title: 'Socket hosts accept a WebSocket',
    why: 'Without a proper 101 answer connectSocket fails on every phone.',
    pass: ({ paths }, about) =>
      `101 (${paths.join(', ')})${onAlipay(about) ? '; no Sec-WebSocket-Protocol was asked for, which Alipay’s error 9 is about' : ''}`,
    reasons: {
      broken: {
        message: ({ path, faults }, { subject }) =>
          `${subject}${path} answers 101, but ${faults.map((fault) => FAULTS[fault]).join('; ')}.`,
        fix: () =>
          'Let a WebSocket library answer the upgrade (RFC 6455 section 4.2.2), and the gateway pass its header fields on.',
      },
      refused: {
        message: ({ path, status }, { subject }) =>
          `${subject}${path} answers a WebSocket upgrade with ${status}.`,
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
  },
}
