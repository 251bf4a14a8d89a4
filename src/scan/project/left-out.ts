/** What is left out and why, as counts, once it is known which files are imported after all. */
import type { LeftOut } from '../../facts/index.js'
import { within } from './paths.js'

export interface Left {
  reason: LeftOut['reason']
  /** Or a folder that was not entered. */
  file: string
}

/** Perhaps a folder, of which some files are read after all. */
const IS_FOLDER: ReadonlySet<LeftOut['reason']> = new Set(['ignored', 'output'])

export function countedOf(left: readonly Left[], read: ReadonlySet<string>): LeftOut[] {
  const files = [...read]
  const counted = new Map<LeftOut['reason'], LeftOut>()
  for (const { reason, file } of left) {
    if (read.has(file) || (IS_FOLDER.has(reason) && files.some((one) => within(one, file)))) continue
    const known = counted.get(reason)
    if (known) known.files++
    else counted.set(reason, { reason, files: 1, file })
  }
  return [...counted.values()]
}
