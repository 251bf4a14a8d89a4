/** What a build substitutes for names: the project's constants, and values that identify the build. */
import { putTo } from '../../grouping.js'
import { readFor } from '../../platforms/index.js'
import type { BuildMode, Family } from '../../types.js'
import { platformAnswers, platformValues } from '../frameworks/builds.js'
import type { OpenProject } from '../types.js'
import { literal, type Value } from './values.js'

/** The result of `getExtConfigSync`, if there is an ext.json. */
export const EXT_CONFIG = 'extConfig()'
export const SYSTEM_INFO = 'systemInfo()'

type Settings = Pick<OpenProject, 'buildSettings' | 'constants' | 'scope'>

/** Values by their names in the code. Values that identify the build override the project's. */
export function constantsOf(
  { buildSettings = [], constants = [], scope = readFor([]) }: Settings,
  mode: BuildMode,
) {
  const values = new Map<string, Value[]>()
  for (const setting of buildSettings) {
    for (const object of ['process.env', 'import.meta.env'])
      putTo(values, `${object}.${setting.name}`, literal(setting.text, setting, setting.pos))
  }
  if (constants.some(({ path }) => path.startsWith(EXT_CONFIG)))
    values.set(EXT_CONFIG, [{ k: 'native', path: EXT_CONFIG }])
  const own = new Map<string, Value[]>()
  for (const one of constants) {
    const { value, byBuild } = one
    // What scripts set for a release doesn't apply to other builds.
    if (byBuild && mode === 'development') continue
    const made: Value = typeof value === 'string' ? literal(value, one, one.pos) : { k: 'prim', value }
    putTo(own, one.path, byBuild ? { ...made, mode: true } : made)
  }
  for (const [path, list] of [...own, ...modeConstants(mode, scope)]) values.set(path, list)
  return values
}

/** `envVersion` of a mini program (developers.weixin.qq.com: wx.getAccountInfoSync). */
const VERSIONS: Readonly<Record<BuildMode, string>> = {
  release: 'release',
  trial: 'trial',
  development: 'develop',
}

const ENV_TYPES: Readonly<Record<BuildMode, string>> = {
  release: 'production',
  trial: 'preview',
  development: 'development',
}
const BAIDU_ENVS: Readonly<Record<BuildMode, string>> = { ...ENV_TYPES, trial: 'trial' }

/** A trial version is uploaded from the same build as a release: only its `envVersion` differs. */
function modeConstants(mode: BuildMode, scope: readonly Family[]): [string, Value[]][] {
  const built = mode === 'development' ? 'development' : 'production'
  const isBuilt = built === 'production'
  return [
    ['process.env.NODE_ENV', [modeText(built)]],
    ['import.meta.env.MODE', [modeText(built)]],
    ['import.meta.env.PROD', [flag(isBuilt)]],
    ['import.meta.env.DEV', [flag(!isBuilt)]],
    ['__DEV__', [flag(!isBuilt)]],
    ...cocosConstants(isBuilt),
    ...reported(mode),
    ['__wxConfig.envVersion', [modeText(VERSIONS[mode])]],
    ...platformValues(scope).map(([name, targets]): [string, Value[]] => [
      `process.env.${name}`,
      targets.map(plain),
    ]),
    ...platformAnswers(scope).map(([path, answers]): [string, Value[]] => [path, answers.map(plain)]),
  ]
}

/** What a phone reports; the developer tools report `devtools` (developers.weixin.qq.com: wx.getSystemInfo). */
const PHONES = ['ios', 'android', 'ohos', 'windows', 'mac']

/** The result, by the last part of the API's name. */
const REPORTS: Readonly<Record<string, string>> = {
  getAccountInfoSync: 'accountInfo()',
  getDeviceInfo: SYSTEM_INFO,
  getEnvInfoSync: 'envInfo()',
  getRunSceneSync: 'runScene()',
  getSystemInfoSync: SYSTEM_INFO,
}
const PARTS = /^(?:accountInfo\(\)\.(?:miniProgram|microapp)|envInfo\(\)\.microapp)$/

/** The result of calling `wx.getAccountInfoSync` and its like; null for other calls. */
export function reportOf(path: string): string | null {
  const name = path.slice(path.lastIndexOf('.') + 1)
  return Object.hasOwn(REPORTS, name) ? (REPORTS[name] ?? null) : null
}

/** What the phone reports about itself holds no address under such a name: merged into settings, it leaves theirs. */
export const isNoReport = (path: string): boolean =>
  path.startsWith(`${SYSTEM_INFO}.`) && /(?:ur[il]|base|domain|server|origin|endpoint|gateway)/i.test(path)

/** Is it a member whose value only the phone knows? */
export const isOfPhone = (path: string): boolean =>
  /^(?:accountInfo|envInfo|runScene|systemInfo)\(\)\./.test(path) && !PARTS.test(path)

/** What the platforms report about the running build, by API. */
function reported(mode: BuildMode): [string, Value[]][] {
  const isTool = mode === 'development'
  return [
    ['accountInfo().miniProgram.envVersion', [modeText(VERSIONS[mode])]],
    // opendocs.alipay.com: my.getRunSceneSync, my.isIDE.
    ['runScene().envVersion', [modeText(VERSIONS[mode])]],
    ['my.isIDE', [flag(isTool)]],
    // developer.open-douyin.com: tt.getEnvInfoSync; smartprogram.baidu.com: swan.getEnvInfoSync.
    ['envInfo().microapp.envType', [modeText(ENV_TYPES[mode])]],
    ['envInfo().env', [modeText(BAIDU_ENVS[mode])]],
    ['systemInfo().platform', [...(isTool ? ['devtools'] : []), ...PHONES].map(modeText)],
  ]
}

/** Constants of Cocos Creator's build (docs.cocos.com: 2.4 `CC_DEBUG` and others, 3.x `cc/env`). */
function cocosConstants(isBuilt: boolean): [string, Value[]][] {
  return Object.entries({
    BUILD: true,
    DEBUG: !isBuilt,
    DEV: !isBuilt,
    EDITOR: false,
    PREVIEW: false,
  }).flatMap(([name, value]): [string, Value[]][] => [
    [`CC_${name}`, [flag(value)]],
    [`cc/env.${name}`, [flag(value)]],
  ])
}

function plain(text: string): Value {
  return { k: 'text', text, marks: [], hole: null, soft: false }
}

function modeText(text: string): Value {
  return { k: 'text', text, marks: [], hole: null, soft: false, mode: true }
}

function flag(value: boolean): Value {
  return { k: 'prim', value, mode: true }
}
