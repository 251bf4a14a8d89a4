import { platformsOf } from '../../config/words.js'
import type { PlatformId, ProjectFacts } from '../../index.js'

/** What was asked for, else what the project is built for, else WeChat. */
export function platformsFor(
  { families }: ProjectFacts,
  asked: readonly PlatformId[] | undefined,
): PlatformId[] {
  return asked ? [...asked] : platformsOf(families.length > 0 ? families : ['wechat'])
}
