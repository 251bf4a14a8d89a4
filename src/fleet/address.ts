/** The address of the queue: `redis://` or `rediss://`, as other programs write it. Its password is never shown. */

export interface QueueAddress {
  host: string
  port: number
  db: number
  username?: string
  password?: string
  tls: boolean
  /** For display: without user and password. */
  shown: string
}

const PORT = 6379
const MOST_DB = 1_000_000

/**
 * @param password used where the URL has none, so that a secret can stay out of command lines
 * @returns null if it isn't such a URL
 */
export function readQueueUrl(text: string, password?: string): QueueAddress | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^rediss?:$/.test(url.protocol) || url.hostname === '' || url.search || url.hash) return null
  const [, digits] = /^(?:\/(\d{1,7})?)?$/.exec(url.pathname) ?? [null, null]
  if (digits === null || Number(digits ?? 0) > MOST_DB) return null
  const user = decoded(url.username)
  const own = decoded(url.password)
  if (user === null || own === null) return null
  const secret = own || password
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const [port, db, tls] = [Number(url.port || PORT), Number(digits ?? 0), url.protocol === 'rediss:']
  return {
    ...{ host, port, db, tls },
    ...(user && { username: user }),
    ...(secret && { password: secret }),
    shown: `${url.protocol}//${url.hostname}:${port}${db === 0 ? '' : `/${db}`}`,
  }
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
