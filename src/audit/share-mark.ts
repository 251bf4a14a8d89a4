/** Identifies the whole run in the report of a share, so that only shares of the same list and settings are merged. */
import { createHash } from 'node:crypto'
import type { Config } from '../config/types.js'
import type { Report, Target } from '../types.js'
import type { Facts } from './types.js'

type ShareMark = NonNullable<Report['scope']['shard']>
export type Whole = Pick<ShareMark, 'targets' | 'whole'>

/** Checkouts in different folders have the same content. */
export const withoutFiles = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inner) => (key === 'file' ? undefined : inner)))

/** @param targets how many there are in total */
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

/** With names that arrive one by one, only the last one completes the list. */
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
