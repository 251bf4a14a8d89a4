import { PLATFORMS } from '../../config/defaults.js'
import { platformsOf } from '../../config/words.js'
import type { PlatformId, ProjectFacts } from '../../index.js'

/** The requested platforms, or else those the project is built for, or else the default ones. */
export function platformsFor(
  { families }: ProjectFacts,
  asked: readonly PlatformId[] | undefined,
): PlatformId[] {
  return asked ? [...asked] : platformsOf(families.length > 0 ? families : PLATFORMS)
}
