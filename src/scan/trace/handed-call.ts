/** An API that is handed to code that isn't followed is called there, with a URL that only that code knows. */

import type { CallFact, EscapeFact } from '../../facts/project.js'
import { callAt, isCallApi } from '../frameworks/index.js'

/** Null if it is for another platform, or calls are known to be made at that place. */
export function handedCall({ api: path, place }: EscapeFact, calls: readonly CallFact[]): CallFact | null {
  const known = callAt(path)
  if (!known || known.object.isForeign) return null
  const { file, line } = place
  if (calls.some((one) => one.place.file === file && one.place.line === line)) return null
  const { callee, shape, object } = known
  if (!isCallApi(shape.api)) return null
  const about = { place, callee, api: shape.api, families: [...object.families] }
  return { ...about, urls: [], undetermined: 'computed', methods: [], headers: [] }
}
