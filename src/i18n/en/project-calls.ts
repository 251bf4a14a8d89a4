/** Texts of the rules about the URLs a mini program's source calls. */
import type { UndeterminedReason } from '../../facts/index.js'
import type { About } from '../types.js'
import { callsLan, listsByApi, namesOf, on, withRelease } from './domain-words.js'
import type { CallTexts } from './project.js'

const WHY: Record<UndeterminedReason, string> = {
  parameter: 'it is a parameter, and no caller with a known value was found',
  'server-data': 'it comes from an answer, a storage or an await',
  import: 'it comes from a module that is not there',
  computed: 'it is computed in a way that is not followed',
  missing: 'the call names none',
  'no-server': 'it is a path, and a request needs a whole URL',
  limit: 'it has too many values, or takes too many steps to determine',
}

/** Names told of one thing that lacks. */
const TOLD = 3

/** The names that lack with the first one. */
function also(others: readonly { name: string }[], quote: string): string {
  const names = others.map(({ name }) => `${quote}${name}${quote}`)
  const shown = names.length < TOLD ? names : [...names.slice(0, TOLD - 2), `${names.length - TOLD + 2} more`]
  return shown.map((name, at) => (at === shown.length - 1 ? ` and ${name}` : `, ${name}`)).join('')
}

/** What to write, by why it is not known. */
function answerOf(defines: string[], why: UndeterminedReason, file: string): string {
  const place = JSON.stringify(file)
  const accept = `"scan": { "accept": [{ "file": ${place}, "reason": "…", "until": "YYYY-MM-DD" }] }`
  const pairs = defines.flatMap((one) => (one === '' ? [] : `${JSON.stringify(one)}: "https://…"`))
  const value = pairs.length === 0 ? '' : `"scan": { "define": { ${pairs.slice(0, TOLD).join(', ')} } }`
  if (why === 'import' && value !== '')
    return `Put the module where it is looked for, as the release has it. Or write into the config: ${value}`
  if (why === 'parameter')
    return `Where it is called in a way that is not followed, name what the code calls: "scan": { "clients": { "http.get": { "api": "request", "url": 0, "base": "https://…" } } }. Or list every host it can be, and accept it: ${accept}`
  if (why === 'no-server')
    return `Write the whole URL: a phone refuses a path. Where something puts the server in front, list it, and accept this: ${accept}`
  const list = `list every host it can be, and accept it: ${accept}`
  return value === '' ? `Write it as a constant. Or ${list}` : `Write into the config: ${value}. Or ${list}`
}

const SOCKET: Record<string, string> = { connectSocket: 'wss' }

type Unlisted = {
  api: string
  origin: string
  host: string
  hint: string
  listed: string
  apis: string[]
}

const HINTS: Record<string, (found: Unlisted) => string> = {
  none: () => '',
  'other-api': ({ listed, apis }) => ` ${listed} is listed, but for ${apis.join(', ')}.`,
  'other-port': ({ listed }) =>
    ` ${listed} is listed: another port, and ports are compared as text, :443 too.`,
  'other-scheme': ({ listed }) => ` ${listed} is listed: another scheme.`,
  misspelled: ({ listed }) => ` ${listed} is listed: one of the two may be misspelled.`,
}

const unlisted = {
  message: (found: Unlisted, about: About) => {
    const place = on(about, ({ lists }) => lists.per === 'app') ? 'the domain list' : `the ${found.api} list`
    return `${found.origin} is called by ${found.api} and not in ${place}.${HINTS[found.hint]?.(found) ?? ''}`
  },
  fix: ({ api, origin, host, hint, listed }: Unlisted, about: About) => {
    const scheme = SOCKET[api] ?? 'https'
    const entry =
      api === 'connectSocket' ? `wss://${host}` : origin.toLowerCase().replace(/^[a-z]+:/, `${scheme}:`)
    if (hint === 'other-port') return `Call ${listed}, or list ${entry} as well, character by character.`
    if (hint === 'other-scheme') return `Write ${entry} in the code, as it is to be listed.`
    if (hint === 'misspelled') return `Correct the spelling: ${listed} is listed, ${origin} is called.`
    const where = on(about, listsByApi)
      ? `under ${api} in the console (开发管理 → 服务器域名) and in the config`
      : 'in 服务器域名白名单 and in the config'
    return withRelease(`List ${entry} ${where}, or remove the call.`, about)
  },
}

export const projectCalls: CallTexts = {
  'project/unlisted-domain': {
    title: 'Every host the code calls is in the list of its API',
    why: 'A call to a host that is not listed fails on every phone with "url not in domain list", although devtools and trial builds with debugging on let it through.',
    mend: 'List the origin exactly as the code writes it, under the API that calls it; on Alipay and mPaaS the mini program must then be packed and uploaded again. Where the URL could not be determined, build it from constants in the source, or give the config every host it can be and run with --allow-unknown.',
    pass: () => 'every host called is listed',
    reasons: {
      unlisted,
      'unlisted-download': unlisted,
      'letter-case': {
        message: ({ origin, plain }) =>
          `${origin} is listed as ${plain}; whether phones ignore the difference is not documented.`,
        fix: ({ plain }) => `Write ${plain} in the code.`,
      },
      malformed: {
        message: ({ origin }) =>
          `${origin} is not a plain scheme, host and port, so it equals no entry of a list.`,
        fix: ({ api }) =>
          `Write ${SOCKET[api] ?? 'https'}:// and the host, with a port only where one is listed.`,
      },
      'no-origin': {
        message: ({ callee, text }) => `${callee} calls ${JSON.stringify(text)}, which names no host.`,
        fix: () =>
          'Write the whole URL, beginning with https:// or wss://. Where an interceptor puts the host in front, list that host and run with --allow-unknown.',
      },
      'missing-value': {
        message: ({ name, why, callCount = 1, others = [] }) =>
          why === 'no-server'
            ? `URLs that begin with ${name}${also(others, '')} name no server (calls: ${callCount}).`
            : others.length === 0
              ? `\`${name}\` is not known (calls that need it: ${callCount}): ${WHY[why]}.`
              : `\`${name}\`${also(others, '`')} are not known (calls that need them: ${callCount}): ${WHY[why]}.`,
        fix: ({ define, why, file, others = [] }) =>
          answerOf([define, ...others.map((one) => one.define)], why, file),
      },
      'not-determined': {
        message: ({ callee, why }) => `${callee}: its URL could not be determined: ${WHY[why]}.`,
        fix: () =>
          'Build the URL from constants in the source. Or list every host it can be in the config, look yourself that it calls no other, and run with --allow-unknown.',
      },
      'not-reached': {
        message: ({ file, callCount = 1 }) =>
          `${file} calls what cannot be determined (calls: ${callCount}), and no page, component or entry leads to it.`,
        fix: () => 'Remove the file if nothing uses it; list every host it can call if something does.',
      },
    },
  },
  'project/insecure-scheme': {
    title: 'Calls use https or wss',
    why: 'Phones refuse http:// and ws:// in a released mini program; only devtools with the domain check off lets them through.',
    mend: 'Serve the host with a certificate and write https:// (wss:// for sockets) in the code. http:// may stay only for devices in the same LAN, on WeChat.',
    pass: () => 'every known URL is encrypted',
    reasons: {
      insecure: {
        message: ({ origin, scheme }) => `${origin} uses ${scheme}://, which is not encrypted.`,
        fix: ({ secure, host }) => `Serve ${host} with a certificate and write ${secure}://.`,
      },
      lan: {
        message: ({ origin, scheme }, about) =>
          `${origin} uses ${scheme}:// to an address of a LAN${on(about, callsLan) ? `, which ${namesOf(about, callsLan)} lets through` : ''}.`,
        fix: (_, about) =>
          on(about, callsLan)
            ? 'Make sure that only devices in the user’s own network are meant.'
            : 'Give the server a public name and a certificate.',
      },
    },
  },
  'project/ip-address': {
    title: 'Calls go to names, not to IP addresses or localhost',
    why: 'An address cannot be listed, and localhost is the phone itself: such a call works on the developer’s machine alone.',
    mend: 'Give the server a name and a certificate. For work on your own machine choose the host by build or by wx.getAccountInfoSync().miniProgram.envVersion, so that a release never holds the address.',
    pass: () => 'every known host is a name',
    reasons: {
      address: {
        message: ({ origin, address, host }) =>
          `${origin} is an IP address${address === null || address === host ? '' : ` (${address})`}, which cannot be listed.`,
        fix: () => 'Give the server a name and a certificate, and call that name.',
      },
      lan: {
        message: ({ origin }, about) =>
          `${origin} is an address of a LAN${on(about, callsLan) ? `: ${namesOf(about, callsLan)} lets it through, but only phones in that network reach it` : ', which phones on the internet cannot reach'}.`,
        fix: () => 'Call a public name unless devices in the user’s own network are meant.',
      },
      localhost: {
        message: ({ origin }) => `${origin} is the phone itself.`,
        fix: () => 'Call the public name of your server in the build that is released.',
      },
    },
  },
  'project/forbidden-host': {
    title: 'The platform’s own API host is not called',
    why: 'The APIs of api.weixin.qq.com need the AppSecret or an access token. Phones refuse the call, and the secret would be public.',
    mend: 'Call api.weixin.qq.com from your own server, where the AppSecret stays, and let the mini program call that server.',
    pass: () => 'no call goes to a host of the platform',
    reasons: {
      forbidden: {
        message: ({ origin, host }) => `${origin}: ${host} may not be called from a mini program.`,
        fix: () => 'Call it from your own server, which keeps the AppSecret.',
      },
    },
  },
  'project/url-length': {
    title: 'URLs of GET requests are short',
    why: 'What is beyond the limit is cut or refused, on some phones and with some data only, which makes it hard to find.',
    mend: 'Send what is long in data, with method POST.',
    pass: ({ limit }) => `no known GET URL is over ${limit} bytes`,
    reasons: {
      'too-long': {
        message: ({ origin, bytes, limit, complete }) =>
          `A GET URL at ${origin} has ${complete ? '' : 'at least '}${bytes} bytes; more than ${limit} may be cut or refused.`,
        fix: () => 'Send the parameters in data, with method POST.',
      },
    },
  },
}
