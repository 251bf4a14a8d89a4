/** The systems mini programs run on. */
import type { RuntimeData } from './types.js'

const same = (name: string) => ({ en: name, zh: name })

export const RUNTIME_DATA = {
  ios: { names: same('iOS'), os: 'ios', store: 'ios' },
  android: { names: same('Android'), os: 'android', store: 'android' },
  /** Developer tools are based on Chromium. */
  devtools: { names: { en: 'devtools', zh: '开发者工具' }, os: null, store: 'chrome' },
  /** For these, neither the roots nor the library used by the families' apps are published. */
  harmonyos: { names: same('HarmonyOS'), os: null, store: null },
  windows: { names: same('Windows'), os: null, store: null },
  mac: { names: same('Mac'), os: null, store: null },
} as const satisfies Record<string, RuntimeData>

/** A system that mini programs run on. */
export type Runtime = keyof typeof RUNTIME_DATA
/** Every known system. */
export const RUNTIMES = Object.keys(RUNTIME_DATA) as [Runtime, ...Runtime[]]
