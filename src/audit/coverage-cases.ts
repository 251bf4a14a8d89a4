/** What was read of a mini program, as cases for rules: one for the whole project, and one for each file that was not read. */
import type { SourceCase, Subjects } from '../engine/index.js'
import type { PassedOver, ProjectFacts, ProjectKind } from '../facts/index.js'
import { familyOfObject } from '../platforms/index.js'
import { FAMILIES, type Family } from '../types.js'
import { entryAt } from './entry-at.js'

export function coverageCases(project: ProjectFacts): SourceCase[] {
  const { filesRead: files, pages, families, passedOver } = project
  const strangers = strangersTo(project)
  const caseOf = (unread: PassedOver | null): SourceCase => {
    const place = {
      file: (unread?.reason === 'syntax' ? null : unread?.by) ?? unread?.file ?? pages?.file ?? '.',
      line: unread?.line ?? 1,
      column: unread?.column ?? 1,
    }
    return {
      subject: 'coverage',
      families: unread || families.length === 0 ? families : [...new Set([...families, ...strangers])],
      facts: (family) => {
        const elsewhere = unread === null && strangers.includes(family) ? elsewhereIn(project) : null
        return { files, pages, unread, elsewhere }
      },
      entry: entryAt(place, unread?.file ?? place.file, 'request'),
    }
  }
  return [caseOf(null), ...passedOver.filter(mayCall).map(caseOf)]
}

/** What is built for several families. */
const FRAMEWORKS: ReadonlySet<ProjectKind> = new Set(['uni-app', 'taro'])

/**
 * Families for which the source makes no call, although it makes calls: those it is not built for, or all of them if every call
 * is for a platform that the source was not read for. Nothing about such a family is a pass.
 */
export function strangersTo({ calls, families, kinds }: ProjectFacts): readonly Family[] {
  const made = calls.filter(({ unreached }) => !unreached)
  if (made.length === 0) return []
  const own = made.filter(({ foreign }) => !foreign)
  if (own.length === 0) return FAMILIES
  // Whoever asks for a family names it in `families`: that doesn't make a native project one of that family's.
  const isBuiltFor = (family: Family) =>
    families.includes(family) && kinds.some((kind) => kind === family || FRAMEWORKS.has(kind))
  return FAMILIES.filter(
    (family) =>
      !isBuiltFor(family) &&
      !own.some((call) => call.families.length === 0 || call.families.includes(family)),
  )
}

function elsewhereIn({ calls }: ProjectFacts): Subjects['coverage']['elsewhere'] {
  const [first] = calls.filter(({ unreached }) => !unreached)
  if (!first) return null
  const { callee } = first
  return { callee, calls: calls.length, family: familyOfObject(callee.split('.')[0] ?? '') }
}

/**
 * Only these project files say what else belongs to the mini program. A developer's private settings don't: whatever
 * concerns the build output has no effect in them (developers.weixin.qq.com, 项目配置文件, read 2026-11-28).
 */
const LISTS = /(?:^|\/)(?:app|game|plugin|pages|manifest|mini\.project|project\.config|package)\.json$/

/** Other settings call nothing, unless the mini program's own lists lead to them: then they name components. */
export function mayCall({ file, reason, by }: PassedOver): boolean {
  return !file.endsWith('.json') || reason === 'missing' || by !== undefined || LISTS.test(file)
}
