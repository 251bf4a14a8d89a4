/** Rate limits for the whole fleet, per registrable domain and per address. */

import type { Redis } from 'ioredis'
import { loadSuffixes } from '../config/index.js'
import { isIP } from '../ip.js'
import { addressKey, domainKey, notesKey } from './names.js'
import { run } from './scripts.js'

export interface Rates {
  /** Targets per second for one registrable domain, and for one address. */
  perDomain: number
  perAddress: number
}

export const RATES: Rates = { perDomain: 5, perAddress: 20 }

/** Burst allowed after a pause: one second's worth. */
const burstOf = (rate: number): number => Math.max(1, Math.round(rate))
const intervalOf = (rate: number): number => 1000 / rate

/** Counted separately for each address. */
export async function budgetOf(host: string): Promise<string> {
  const bare = host.replace(/^\[(.*)\]$/, '$1')
  if (isIP(bare) > 0) return addressKey(bare)
  const { registrableDomain } = (await loadSuffixes())(bare.replace(/\.$/, ''))
  return domainKey(registrableDomain ?? bare)
}

export const domainBudget = ({ perDomain }: Rates): [number, number] => [
  intervalOf(perDomain),
  burstOf(perDomain),
]

/** Milliseconds until the addresses may be probed. The slot is reserved: asking again returns the same time. */
export async function addressWait(
  redis: Redis,
  { run: of, ticket }: { run: string; ticket: string },
  family: 4 | 6,
  addresses: readonly string[],
  { perAddress }: Rates,
): Promise<number> {
  const keys = [notesKey(of), ...addresses.map(addressKey)]
  const args = [`${ticket} ${family}`, intervalOf(perAddress), burstOf(perAddress)]
  const wait = await run(redis, 'hefaReserve', keys, args)
  if (typeof wait !== 'number') throw new TypeError('hefaReserve')
  return wait
}
