/** Source of uni-app that is built for apps, web pages and other vendors' platforms, and for no mini program of ours. */
import type { LeftOut } from '../../facts/index.js'

/**
 * uniapp.dcloud.net.cn/tutorial/project.html (工程简介): `platforms` holds pages of single platforms, `hybrid` and
 * `nativeplugins` are of apps, `utssdk` of a plugin has a folder for each platform, and components in a foreign
 * platform's own language lie in a folder of its name.
 */
const FOLDERS: readonly [RegExp, LeftOut['reason']][] = [
  [/^platforms\/(?!mp-(?:weixin|alipay)\/)[^/]+\//, 'other-platform'],
  [/^(?:hybrid|nativeplugins|nativeResources|nativeComponents|App_Resources|AppScripts)\//i, 'app-only'],
  [/(?:^|\/)utssdk\/app(?:-[^/]+)?\//, 'app-only'],
  [/(?:^|\/)utssdk\/(?:web|h5|mp-(?!weixin\/|alipay\/)[^/]+)\//, 'other-platform'],
  [/^(?:swan|tt|qq|ks|jd|xhs)components\//, 'other-platform'],
]

/** `path` begins at the folder of pages.json. */
export function elsewhere(path: string): LeftOut['reason'] | null {
  return FOLDERS.find(([pattern]) => pattern.test(path))?.[1] ?? null
}
