/** Which hosts are reached through the proxy, and which directly. */
import { specialUse } from '../facts/index.js'
import { inNetwork } from './net.js'
import type { ProxyOptions } from './proxy.js'

/** Does a connection to this host go through the proxy? Loopback never does. */
export function goesThrough(proxy: ProxyOptions, host: string, port: number): boolean {
  if (isLoopback(host)) return false
  return !(proxy.except ?? []).some((text) => names(text, host, port))
}

export function isLoopback(host: string): boolean {
  return /(?:^|\.)localhost\.?$/i.test(host) || specialUse(host) === 'loopback'
}

/** Like curl's NO_PROXY: a leading dot or `*.` makes no difference. */
function names(text: string, host: string, port: number): boolean {
  if (text === '*') return true
  const [, bracketed, plain = '', digits] = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d+))?$/.exec(text) ?? []
  if (digits !== undefined && Number(digits) !== port) return false
  const name = (bracketed ?? (plain === '' ? text : plain)).toLowerCase().replace(/^\*?\./, '')
  const asked = host.toLowerCase().replace(/\.$/, '')
  return name !== '' && (asked === name || asked.endsWith(`.${name}`) || inNetwork(asked, name))
}
