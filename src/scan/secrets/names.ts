/** What counts as a secret, by its name and its value. */

/** WeChat's AppSecret is 32 hexadecimal digits. */
const HEXADECIMAL = /^[0-9a-f]{32}$/i

const plain = (name: string) => name.replace(/[^a-z0-9]/gi, '').toLowerCase()

/** `appSecret`, `app_secret`, `WX_APPSECRET`: any value that isn't a placeholder; other secrets: 32 hexadecimal digits. */
export function isSecret(name: string, value: string): boolean {
  const own = plain(name)
  if (HEXADECIMAL.test(value)) return own.includes('secret') && isVaried(value)
  return /appsecret(?:key)?$/.test(own) && isLikely(value)
}

/** The secrets in `…secret=VALUE…` of a query. */
export function secretsInQuery(text: string): string[] {
  return [...text.matchAll(/(?:^|[?&;#])([\w.-]*secret[\w.-]*)=([^&;#\s]+)/gi)].flatMap(
    ([, name = '', value = '']) => (isSecret(name, value) ? [value] : []),
  )
}

const PLACEHOLDER =
  /your|secret|xxx|placeholder|example|change|replace|todo|dummy|fake|mock|undefined|123456789|abcdef/i

/** No words, no spaces, no placeholder. */
function isLikely(value: string): boolean {
  if (!/^[\w+/=.-]{16,128}$/.test(value) || /^[a-z._-]+$/i.test(value)) return false
  return isVaried(value) && !PLACEHOLDER.test(value)
}

/** `00000000…` and `abababab…` are placeholders; 32 random digits never use fewer than five different ones. */
const isVaried = (value: string) => new Set(value.toLowerCase()).size >= 5

const ENDPOINTS = [
  { kind: 'session-endpoint', path: 'api.weixin.qq.com/sns/jscode2session' },
  { kind: 'token-endpoint', path: 'api.weixin.qq.com/cgi-bin/token' },
  { kind: 'token-endpoint', path: 'api.weixin.qq.com/cgi-bin/stable_token' },
] as const

/** Interfaces that take the AppSecret, so only a server may call them. */
export function endpointsIn(text: string): readonly (typeof ENDPOINTS)[number][] {
  const lower = text.toLowerCase()
  return lower.includes('api.weixin.qq.com') ? ENDPOINTS.filter(({ path }) => names(lower, path)) : []
}

/** `/cgi-bin/token` is not `/cgi-bin/tokens`. */
function names(text: string, path: string): boolean {
  const at = text.indexOf(path)
  return at >= 0 && !/[\w-]/.test(text[at + path.length] ?? '')
}
