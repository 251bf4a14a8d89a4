import type { UndeterminedReason } from '../../../src/facts/index.js'
import { listsByApi, on, withRelease } from '../../../src/i18n/en/domain-words.js'
import type { About, RuleText } from '../../../src/i18n/types.js'
import { type Cause, causesOf } from './causes.js'
import type rule from './rule.js'

const WHY: Record<Cause, string> = {
  parameter: 'it is a parameter, and no caller with a known value was found',
  'server-data': 'it comes from an answer, a storage or an await',
  import: 'it comes from a module that is not there',
  computed: 'it is computed in a way that is not followed',
  missing: 'the call names none',
  cloud: 'the console of the cloud service names it',
  'no-server': 'it is a path, and a request needs a whole URL',
  limit: 'it has too many values, or takes too many steps to determine',
  unset: 'the build takes it from its environment, and no file here says what it is',
}

/** How many names of one missing thing are listed. */
const TOLD = 3

/** The names that are missing along with the first one. */
function also(first: string, others: readonly { name: string }[], quote: string): string {
  const more = new Set(others.map(({ name }) => name).filter((name) => name !== first))
  const names = [...more].map((name) => `${quote}${name}${quote}`)
  const shown = names.length < TOLD ? names : [...names.slice(0, TOLD - 2), `${names.length - TOLD + 2} more`]
  return shown.map((name, at) => (at === shown.length - 1 ? ` and ${name}` : `, ${name}`)).join('')
}

/** Whom a file calls, as far as it is known. */
function asked(origins: readonly string[]): string {
  if (origins.length === 0) return 'servers'
  const rest = origins.length - TOLD
  return [...origins.slice(0, TOLD), ...(rest > 0 ? [`${rest} more`] : [])].join(', ')
}

const causes = (
  whys: readonly UndeterminedReason[],
  first: string,
  others: readonly { name: string }[],
): string =>
  causesOf(whys, [first, ...others.map(({ name }) => name)])
    .map((cause) => WHY[cause])
    .join(', or ')

/** What to write, by the reason it is unknown. */
function answerOf(defines: string[], why: UndeterminedReason, files: string[]): string {
  const accepts = [...new Set(files)].slice(0, TOLD).map((file) => {
    return `  { "file": ${JSON.stringify(file)}, "reason": "…", "until": "YYYY-MM-DD" }`
  })
  // On lines of its own, to be copied; a report cuts lines that are too long.
  const accept = `\n"scan": { "accept": [\n${accepts.join(',\n')}\n] }`
  const pairs = defines.flatMap((one) => (one === '' ? [] : `${JSON.stringify(one)}: "https://…"`))
  const value = pairs.length === 0 ? '' : `"scan": { "define": { ${pairs.slice(0, TOLD).join(', ')} } }`
  if (why === 'import' && value !== '')
    return `Put the module where it is looked for, as the release has it. Or write into the config: ${value}`
  if (why === 'parameter')
    return `Where it is called in a way that is not followed, name what the code calls: "scan": { "clients": { "http.get": { "api": "request", "url": 0, "base": "https://…" } } }. Or list every host it can be, and accept it:${accept}`
  if (why === 'no-server')
    return `Write the whole URL: a phone refuses a path. Where something puts the server in front, list it, and accept this:${accept}`
  const list = `list every host it can be, and accept it:${accept}`
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

export default {
  title: 'Every called host is listed for its API',
  why: 'A call to a host that is not listed fails on every phone with "url not in domain list", although devtools and trial builds with debugging on let it through.',
  howToFix:
    'List the origin exactly as the code writes it, under the API that calls it; on Alipay and mPaaS the mini program must then be packed and uploaded again. Where the URL could not be determined, build it from constants in the source, or give the config every host it can be and run with --allow-unknown.',
  pass: () => 'every host called is listed',
  unknown: {
    'no-origin': 'a URL begins with a path, and a framework may put a host before it',
    'missing-value': 'a URL depends on a value that is not in the source',
    'not-determined': 'a call’s URL cannot be determined from the source',
    'udp-not-determined': 'an address that a UDP socket sends to cannot be determined from the source',
    'may-be-file': 'whether a file is one of a server cannot be determined from the source',
    'not-reached': 'calls in a file that nothing in the mini program leads to',
  },
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
      message: ({ name, why, whys = [why], callCount = 1, others = [] }) =>
        why === 'no-server'
          ? `URLs that begin with ${name}${also(name, others, '')} name no server (calls: ${callCount}).`
          : others.length === 0
            ? `\`${name}\` is not known (calls that need it: ${callCount}): ${causes(whys, name, others)}.`
            : `\`${name}\`${also(name, others, '`')} are not known (calls that need them: ${callCount}): ${causes(whys, name, others)}.`,
      fix: ({ define, why, file, sure, others = [] }) =>
        sure
          ? 'Write the whole URL, beginning with https:// or wss://: a phone refuses a path.'
          : answerOf([define, ...others.map((one) => one.define)], why, [
              file,
              ...others.flatMap((one) => one.file ?? []),
            ]),
    },
    'not-determined': {
      message: ({ callee, why, callCount = 1 }) =>
        callCount > 1
          ? `${callee}: URLs could not be determined (calls: ${callCount}): ${WHY[why]}.`
          : `${callee}: its URL could not be determined: ${WHY[why]}.`,
      fix: () =>
        'Build the URL from constants in the source. Or list every host it can be in the config, check by hand that it calls no other, and run with --allow-unknown.',
    },
    'udp-not-determined': {
      message: ({ callee, name, why }) =>
        name === ''
          ? `${callee}: its address could not be determined: ${WHY[why]}.`
          : `${callee}: its address depends on \`${name}\`, which is not known: ${WHY[why]}.`,
      fix: () =>
        'Nothing needs to be done where it is a device in the user’s own network. Otherwise list every name it can be under udp.',
    },
    'may-be-file': {
      message: ({ callee, name, callCount = 1 }) =>
        `${callee} is given ${name === '' ? 'a value that is' : `\`${name}\`, which is`} not known (calls: ${callCount}): a file of a server needs that server under downloadFile, a local one does not.`,
      fix: () =>
        'List every host that such files come from under downloadFile; nothing needs to be done for local files.',
    },
    'not-reached': {
      message: ({ file, callCount = 1, origins }) =>
        `Calls to ${asked(origins)} (calls: ${callCount}) are not counted, since no page, component or entry leads to their file: ${file}.`,
      fix: () => 'Remove the file if nothing uses it; list every host it can call if something does.',
    },
  },
} satisfies RuleText<typeof rule>
