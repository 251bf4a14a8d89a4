/** uni-app's conditional compilation: comments that keep code for some platforms only. */
import { putTo } from '../../grouping.js'
import { type Family, familyData, readFor } from '../../platforms/index.js'
import type { Conditions } from '../types.js'
import type { Region } from './types.js'

/** The families that something applies to. */
type Truth = readonly Family[]

interface Condition {
  truth: Truth
  /** What applies after `#else`. */
  otherwise: Truth
}

/** What is known about the build; a platform is one of several if `only` names none. */
interface Settings {
  vue?: 2 | 3 | null
  /** The families the source is read for. */
  scope?: readonly Family[]
  only?: Region['on']
  /** Whether names that aren't platforms are set; otherwise each may or may not be. */
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
 * Blanks code that none of the platforms compiles, keeping every position, and reports code that only some compile.
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
      if (closed) settle({ ...closed, end: at }, scopeOf(set), regions, blanks)
      if (closed && directive === 'else')
        open.push({ truth: closed.otherwise, otherwise: scopeOf(set), start: end })
    } else if (directive) {
      open.push({ ...directive, start: end })
    }
    at = end + 1
  }
  while (open.length > 0) settle({ ...(open.pop() as Open), end: code.length }, scopeOf(set), regions, blanks)
  return { code: blank(code, blanks), regions }
}

function settle(
  { truth, start, end }: Pick<Open, 'truth' | 'start'> & { end: number },
  scope: readonly Family[],
  regions: Region[],
  blanks: { start: number; end: number }[],
): void {
  if (end <= start) return
  if (truth.length === 0) blanks.push({ start, end })
  else if (truth.length < scope.length) regions.push({ start, end, on: truth })
}

function blank(code: string, blanks: { start: number; end: number }[]): string {
  let result = code
  for (const { start, end } of blanks) {
    const gap = result.slice(start, end).replace(/[^\r\n\u2028\u2029]/g, ' ')
    result = result.slice(0, start) + gap + result.slice(end)
  }
  return result
}

/** The directive on a line that consists of one directive comment. */
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
  const certain = truthOf(expression, set, true)
  const { only = scopeOf(set) } = set
  const on = (families: Truth): Truth => families.filter((family) => only.includes(family))
  return {
    truth: on(truthOf(expression, set, false)),
    otherwise: on(scopeOf(set).filter((family) => !certain.includes(family))),
  }
}

/** `A || B`, `A && B` over platform names; a name that isn't a platform (`VUE3`) may be set or not. */
function truthOf(expression: string, set: Settings, negated: boolean): Truth {
  return scopeOf(set).filter((family) =>
    expression
      .split('||')
      .some((side) => side.split('&&').every((name) => holds(name.trim(), family, set, negated))),
  )
}

const scopeOf = ({ scope = readFor([]) }: Settings): readonly Family[] => scope

/** The `#ifdef` names of a family. */
const namesOf = (family: Family): readonly string[] => familyData(family).source.conditional

const PLATFORM_PREFIXES = ['MP', 'APP', 'H5', 'WEB', 'QUICKAPP']

function holds(name: string, family: Family, { vue, named }: Settings, negated: boolean): boolean {
  if (name === 'MP' || namesOf(family).includes(name)) return true
  if (vue && /^VUE[23]$/.test(name)) return name === `VUE${vue}`
  const isPlatform = PLATFORM_PREFIXES.some((prefix) => name === prefix || name.startsWith(`${prefix}-`))
  return isPlatform ? false : (named ?? !negated)
}

/**
 * The ways one file may be compiled, for one whose branches don't make one program together: each platform apart, and
 * what nothing tells once set and once not. Equal ones are given once.
 */
export function variantsOf(code: string, { vue, families, scope = readFor([]) }: Conditions): Conditioned[] {
  const platforms = alikeIn(scope).filter(
    (alike) => families.length === 0 || alike.some((family) => families.includes(family)),
  )
  const versions = vue === null ? ([3, 2] as const) : [vue]
  const found = platforms.flatMap((only) =>
    versions.flatMap((version) =>
      [true, false].map((named): Conditioned => {
        const one = applyConditions(code, { only, vue: version, named, scope })
        // Code that both compile also belongs to the platform compiled for.
        return platforms.length === 1 ? one : { ...one, regions: [{ start: 0, end: code.length, on: only }] }
      }),
    ),
  )
  return found.filter((one, at) => found.findIndex((other) => isSame(one, other)) === at)
}

/** Families with the same compiled code, grouped. */
function alikeIn(scope: readonly Family[]): Family[][] {
  const groups = new Map<string, Family[]>()
  for (const family of scope) {
    const key = namesOf(family).join()
    putTo(groups, key, family)
  }
  return [...groups.values()]
}

const isSame = (one: Conditioned, other: Conditioned) =>
  one.code === other.code && `${one.regions[0]?.on}` === `${other.regions[0]?.on}`
