/** uni-app's conditional compilation: comments that keep code for some platforms only. */
import type { Conditions } from '../types.js'
import type { Region } from './types.js'

type Truth = { wechat: boolean; alipay: boolean }
const BOTH: Truth = { wechat: true, alipay: true }

interface Condition {
  truth: Truth
  /** What holds after `#else`. */
  otherwise: Truth
}

/** What is known of the build; a platform is one of several where `only` names none. */
interface Settings {
  vue?: 2 | 3 | null
  only?: Region['on']
  /** Whether names that are no platform's are set; otherwise each may be or not. */
  named?: boolean
}

export interface Conditioned {
  code: string
  regions: Region[]
}

interface Open extends Condition {
  start: number
}

/**
 * Blanks what no platform of ours compiles, with every position kept, and tells what only one compiles.
 * Like uni-app itself it looks at whole comments at the lines' ends, before anything is parsed: two branches may
 * declare the same name.
 */
export function applyConditions(code: string, set: Settings = {}): Conditioned {
  if (!code.includes('#ifdef') && !code.includes('#ifndef')) return { code, regions: [] }
  const regions: Region[] = []
  const blanks: { start: number; end: number }[] = []
  const open: Open[] = []
  let at = 0
  for (const line of code.split('\n')) {
    const end = at + line.length
    const directive = directiveOf(line, set)
    if (directive === 'end' || directive === 'else') {
      const closed = open.pop()
      if (closed) settle({ ...closed, end: at }, regions, blanks)
      if (closed && directive === 'else') open.push({ truth: closed.otherwise, otherwise: BOTH, start: end })
    } else if (directive) {
      open.push({ ...directive, start: end })
    }
    at = end + 1
  }
  while (open.length > 0) settle({ ...(open.pop() as Open), end: code.length }, regions, blanks)
  return { code: blank(code, blanks), regions }
}

function settle(
  { truth, start, end }: Pick<Open, 'truth' | 'start'> & { end: number },
  regions: Region[],
  blanks: { start: number; end: number }[],
): void {
  if (end <= start) return
  if (!truth.wechat && !truth.alipay) blanks.push({ start, end })
  else if (!truth.alipay) regions.push({ start, end, on: 'wechat' })
  else if (!truth.wechat) regions.push({ start, end, on: 'alipay' })
}

function blank(code: string, blanks: { start: number; end: number }[]): string {
  let result = code
  for (const { start, end } of blanks) {
    const gap = result.slice(start, end).replace(/[^\r\n\u2028\u2029]/g, ' ')
    result = result.slice(0, start) + gap + result.slice(end)
  }
  return result
}

/** What a line says when all of it is one directive's comment. */
function directiveOf(line: string, set: Settings): Condition | 'else' | 'end' | null {
  let text = line.trim()
  if (text.startsWith('//')) text = text.slice(2).trim()
  else if (text.startsWith('/*') && text.endsWith('*/')) text = text.slice(2, -2).trim()
  else if (text.startsWith('<!--') && text.endsWith('-->')) text = text.slice(4, -3).trim()
  else return null
  if (text === '#endif' || text.startsWith('#endif ')) return 'end'
  if (text === '#else' || text.startsWith('#else ')) return 'else'
  if (text.startsWith('#ifdef ')) return condition(text.slice(7), set)
  if (!text.startsWith('#ifndef ')) return null
  const { truth, otherwise } = condition(text.slice(8), set)
  return { truth: otherwise, otherwise: truth }
}

function condition(expression: string, set: Settings): Condition {
  const { wechat, alipay } = truthOf(expression, set, true)
  const { only } = set
  const on = ({ wechat: w, alipay: a }: Truth): Truth => ({
    wechat: w && only !== 'alipay',
    alipay: a && only !== 'wechat',
  })
  return { truth: on(truthOf(expression, set, false)), otherwise: on({ wechat: !wechat, alipay: !alipay }) }
}

/** `A || B`, `A && B` over platform names; a name that is no platform (`VUE3`) may be set or not. */
function truthOf(expression: string, set: Settings, negated: boolean): Truth {
  const on = (platform: keyof Truth) =>
    expression
      .split('||')
      .some((side) => side.split('&&').every((name) => holds(name.trim(), platform, set, negated)))
  return { wechat: on('wechat'), alipay: on('alipay') }
}

const PLATFORM_PREFIXES = ['MP', 'APP', 'H5', 'WEB', 'QUICKAPP']

function holds(name: string, platform: keyof Truth, { vue, named }: Settings, negated: boolean): boolean {
  if (name === 'MP') return BOTH[platform]
  if (name === 'MP-WEIXIN') return platform === 'wechat'
  if (name === 'MP-ALIPAY') return platform === 'alipay'
  if (vue && /^VUE[23]$/.test(name)) return name === `VUE${vue}`
  const isPlatform = PLATFORM_PREFIXES.some((prefix) => name === prefix || name.startsWith(`${prefix}-`))
  return isPlatform ? false : (named ?? !negated)
}

/**
 * The ways one file may be compiled, for one whose branches don't make one program together: each platform apart, and
 * what nothing tells once set and once not. Equal ones are given once.
 */
export function variantsOf(code: string, { vue, families }: Conditions): Conditioned[] {
  const all = families.length === 0 ? (['wechat', 'alipay', 'mpaas'] as const) : families
  const platforms = [
    ...new Set(all.map((family) => (family === 'wechat' ? 'wechat' : 'alipay'))),
  ] as Region['on'][]
  const versions = vue === null ? ([3, 2] as const) : [vue]
  const found = platforms.flatMap((only) =>
    versions.flatMap((version) =>
      [true, false].map((named): Conditioned => {
        const one = applyConditions(code, { only, vue: version, named })
        // What both compile belongs to the platform this is compiled for, too.
        return platforms.length === 1 ? one : { ...one, regions: [{ start: 0, end: code.length, on: only }] }
      }),
    ),
  )
  return found.filter((one, at) => found.findIndex((other) => isSame(one, other)) === at)
}

const isSame = (one: Conditioned, other: Conditioned) =>
  one.code === other.code && one.regions[0]?.on === other.regions[0]?.on
