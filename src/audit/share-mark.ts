/** What a share of a run says of the whole, so that shares can be joined: of another list or setting they are none of it. */
import { createHash } from 'node:crypto'
import type { Config } from '../config/types.js'
import type { Report, Target } from '../types.js'
import type { Facts } from './types.js'

type ShareMark = NonNullable<Report['scope']['shard']>
export type Whole = Pick<ShareMark, 'targets' | 'whole'>

/** Checkouts stand at different paths, and hold the same. */
export const withoutFiles = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inner) => (key === 'file' ? undefined : inner)))

/** @param targets how many there are in all */
export function wholeOf(
  { config, ca, fetch }: Pick<Facts, 'config' | 'ca' | 'fetch'>,
  targets: number,
): Whole {
  const { paths, icp, rules, ...rest } = config
  return {
    targets,
    whole: digest(withoutFiles([sorted({ ...rest }), sorted(paths), sorted(icp), sorted(rules), ca, fetch])),
  }
}

/** Names that come one by one are known only when the last has come. */
export function openWhole(config: Config, { ca, fetch }: Pick<Facts, 'ca' | 'fetch'>) {
  const hash = createHash('sha256')
  let targets = 0
  return {
    add({ scheme, host, port }: Pick<Target, 'scheme' | 'host' | 'port'>): void {
      targets += 1
      hash.update(`${scheme} ${host} ${port}\n`)
    },
    whole: (): Whole => ({
      targets,
      whole: digest([wholeOf({ config, ca, fetch }, 0).whole, hash.digest('hex')]),
    }),
  }
}

const sorted = (map: object): [string, unknown][] => Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1))

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')
