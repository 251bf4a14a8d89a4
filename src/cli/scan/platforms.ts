import { PLATFORMS } from '../../config/defaults.js'
import { platformsOf } from '../../config/words.js'
import type { PlatformId, ProjectFacts } from '../../index.js'

/** What was asked for, else what the project is built for, else what is judged by default. */
export function platformsFor(
  { families }: ProjectFacts,
  asked: readonly PlatformId[] | undefined,
): PlatformId[] {
  return asked ? [...asked] : platformsOf(families.length > 0 ? families : PLATFORMS)
}
