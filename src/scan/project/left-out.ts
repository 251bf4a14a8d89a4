/** What is left out, and for what: told by how many, once it is known what imports brought back. */
import type { LeftOut } from '../../facts/index.js'
import { within } from './paths.js'

export interface Left {
  reason: LeftOut['reason']
  /** Or a folder nobody looked into. */
  file: string
}

export function countedOf(left: readonly Left[], read: ReadonlySet<string>): LeftOut[] {
  const files = [...read]
  const counted = new Map<LeftOut['reason'], LeftOut>()
  for (const { reason, file } of left) {
    if (read.has(file) || (reason === 'ignored' && files.some((one) => within(one, file)))) continue
    const known = counted.get(reason)
    if (known) known.files++
    else counted.set(reason, { reason, files: 1, file })
  }
  return [...counted.values()]
}
