/** Why something is not known, as the texts of either language tell it. */
import type { UndeterminedReason } from '../../../src/facts/index.js'

/** `unset`: only settings of the build are missing, which no file sets. */
export type Cause = UndeterminedReason | 'unset'

const SETTING = /^(?:process|import\.meta)\.env\.\w+$/

export function causesOf(whys: readonly UndeterminedReason[], names: readonly string[]): Cause[] {
  const isUnset = names.every((name) => SETTING.test(name))
  return whys.map((why) => (isUnset && why === 'computed' ? 'unset' : why))
}
