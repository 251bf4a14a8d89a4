/** Which proxy a run uses: `--proxy`, or else HTTPS_PROXY; NO_PROXY applies to both. */

import type { CliWords } from '../i18n/cli.js'
import type { GatherSetting } from '../index.js'
import type { Io } from './io.js'
import { UsageError } from './usage-error.js'

export type ProxySetting = NonNullable<GatherSetting['proxy']>

/** Messages never repeat the value: it may contain a password. */
export function proxyUrl(words: CliWords, option: string) {
  return (text: string): ProxySetting => {
    const found = proxyOf(text.trim())
    if (typeof found === 'object') return found
    throw new UsageError(words.badProxy(option, found))
  }
}

function proxyOf(text: string): ProxySetting | keyof CliWords['proxyFaults'] {
  if (text === '') return 'empty'
  const whole = text.includes('://') ? text : `http://${text}`
  if (!URL.canParse(whole)) return 'url'
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(whole)
  if (protocol !== 'http:') return 'scheme'
  if (hostname === '' || pathname !== '/' || `${search}${hash}` !== '') return 'url'
  const proxy = { host: hostname.replace(/^\[(.*)\]$/, '$1'), port: port === '' ? 80 : Number(port) }
  if (username === '' && password === '') return proxy
  // RFC 7617 section 2: user and password in UTF-8, joined by a colon.
  const secret = Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64')
  return { ...proxy, authorization: `Basic ${secret}` }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The proxy of this run; one that comes from the environment is mentioned on standard error. */
export function proxySetting(
  { proxy, quiet = false }: { proxy?: ProxySetting; quiet?: boolean },
  { io, words }: { io: Io; words: CliWords },
): { proxy?: ProxySetting } {
  const chosen = proxy ?? fromEnvironment(io, words)
  if (!chosen) return {}
  if (!proxy && !quiet) io.tell(words.note(words.proxyInUse(`${chosen.host}:${chosen.port}`)))
  const except = (variable(io.env, 'no_proxy')?.text ?? '').split(/[\s,]+/).filter((name) => name !== '')
  return { proxy: { ...chosen, except } }
}

function fromEnvironment({ env }: Pick<Io, 'env'>, words: CliWords): ProxySetting | undefined {
  const found = variable(env, 'https_proxy')
  return found && proxyUrl(words, found.name)(found.text)
}

/** The lower-case variable is older and takes precedence, as with curl; an empty value means none. */
function variable(env: Io['env'], name: string): { name: string; text: string } | undefined {
  for (const spelling of [name, name.toUpperCase()]) {
    const text = env[spelling]?.trim() ?? ''
    if (text !== '') return { name: spelling, text }
  }
  return undefined
}
