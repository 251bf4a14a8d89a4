/**
 * Access control. The server connects to hosts for anyone who can reach it, so no web page may use it: neither through
 * a name that resolves to this machine (DNS rebinding) nor by a form or image of its own (CSRF).
 */

import { timingSafeEqual } from 'node:crypto'
import { isIP } from '../../ip.js'

export interface Guard {
  /** Required from everyone; null on loopback. */
  token: string | null
  /** Names accepted in `Host` besides addresses and localhost. */
  hosts: readonly string[]
}

export interface Asked {
  method: string
  host: string | undefined
  origin: string | undefined
  /** `Sec-Fetch-Site`, which browsers send and pages can't forge. */
  fetchSite: string | undefined
  contentType: string | undefined
  authorization: string | undefined
  cookie: string | undefined
}

/** The status to refuse with; null if the request is allowed. */
export function refusal(asked: Asked, { token, hosts }: Guard): 400 | 401 | 403 | 415 | null {
  const host = hostIn(asked.host)
  if (host === null) return 400
  // DNS rebinding needs a name; an address can't be rebound.
  if (host !== 'localhost' && isIP(host) === 0 && !hosts.includes(host)) return 403
  if (asked.fetchSite !== undefined && !['same-origin', 'none'].includes(asked.fetchSite)) return 403
  if (
    asked.origin !== undefined &&
    asked.origin !== `http://${asked.host}` &&
    asked.origin !== `https://${asked.host}`
  )
    return 403
  if (token !== null && !holdsToken(asked, token)) return 401
  // No form can send it.
  if (asked.method === 'POST' && !/^application\/json(?:;|$)/.test(asked.contentType ?? '')) return 415
  return null
}

function hostIn(header: string | undefined): string | null {
  if (header === undefined || !/^[\w.:[\]-]{1,255}$/.test(header)) return null
  const [, bracketed, plain] = /^(?:\[([\da-f:.]+)\]|([\w.-]+))(?::\d{1,5})?$/i.exec(header) ?? []
  return (bracketed ?? plain ?? '').toLowerCase() || null
}

export const COOKIE = 'hefa-token'

function holdsToken({ authorization = '', cookie = '' }: Asked, token: string): boolean {
  const bearer = /^Bearer (\S+)$/i.exec(authorization)?.[1]
  const kept = cookie
    .split(/;\s*/)
    .find((part) => part.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1)
  return [bearer, kept].some((given) => given !== undefined && isSame(given, token))
}

export function isSame(given: string, token: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(token)]
  return one.length === other.length && timingSafeEqual(one, other)
}
