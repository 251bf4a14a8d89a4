import type { RenewalWords } from '../../i18n/renewals.js'
import { visible } from '../text.js'
import type { Renewal } from './types.js'

/** `2026-12-05`. */
export const dayOf = (instant: string): string => visible(instant.split('T')[0] ?? '', 20)

/** The common name of a distinguished name (RFC 4514), else its organization, else all of it. */
export function shortName(name: string): string {
  for (const type of ['CN', 'O']) {
    const found = new RegExp(`(?:^|[,+])${type}=((?:\\\\.|[^\\\\,+])*)`).exec(name)?.[1]
    if (found) return visible(found.replace(/\\([^0-9a-fA-F])/g, '$1'), 80)
  }
  return visible(name, 80)
}

/** `30 days`, `12 hours`. */
export function spanText(seconds: number, words: RenewalWords): string {
  return seconds % 86_400 === 0
    ? words.unit.d(seconds / 86_400)
    : words.unit.h(Math.round(seconds / 360) / 10)
}

const CLIENTS = 3
const PLACES = 8

/** For a certificate that is not the only one its host sends. */
export function scopeTexts({ servedAt }: Renewal, words: RenewalWords, separator: string): string[] {
  return servedAt.flatMap(({ host, addresses, clients, vantages }) => {
    if (vantages)
      return [words.onlyFrom(host, vantages.slice(0, PLACES).join(separator), vantages.length - PLACES)]
    if (addresses.length > 0)
      return [words.onlyAt(host, addresses.map((one) => visible(one, 60)).join(separator))]
    if (clients.length === 0) return []
    const told = clients.slice(0, CLIENTS).map((one) => visible(one, 40))
    const more = clients.length > CLIENTS ? [words.more(clients.length - CLIENTS)] : []
    return [words.onlyFor(host, [...told, ...more].join(separator))]
  })
}

/** `wechat: request, uploadFile`. */
export function usedBy({ apis }: Renewal, separator: string, colon: string): string[] {
  return apis.map(({ family, apis: own }) => `${family}${colon}${own.join(separator)}`)
}

export function hostsText(
  { servedAt }: Renewal,
  most: number,
  words: RenewalWords,
  separator: string,
): string {
  const hosts = [...new Set(servedAt.map(({ host }) => host))]
  const more = hosts.length > most ? [words.more(hosts.length - most)] : []
  return [...hosts.slice(0, most), ...more].join(separator)
}
