/** GitLab's Code Quality report: a subset of the Code Climate format (docs.gitlab.com, "Code Quality report format"). */
import { createHash } from 'node:crypto'
import { type Words, wordsOf } from '../i18n/report.js'
import type { Report } from '../types.js'
import { followedPart, type Issue, placedAlerts } from './issues.js'
import type { ReportOptions } from './options.js'
import { configFile, filePath } from './places.js'
import { headline, isPartial, kindOf, scopeLines } from './scope.js'
import { safeJson, visible } from './text.js'

type Severity = 'info' | 'minor' | 'major' | 'critical'

interface Violation {
  description: string
  check_name: string
  fingerprint: string
  severity: Severity
  location: { path: string; lines: { begin: number } }
}

function violationOf(
  issue: ReturnType<typeof placedAlerts>[number],
  fallback: string | undefined,
  words: Words,
): Violation {
  const { rule, fingerprint, message, weight } = issue
  return {
    description: [`${message}${words.aside(weight)}`, ...followedPart(issue, words)].join(
      words.clauseSeparator,
    ),
    check_name: rule,
    fingerprint,
    severity: severityOf(issue),
    location: locationOf(issue, fallback),
  }
}

/** Waived findings are left out: the format can't express them. */
export function renderGitlab(report: Report, { language, verbose }: ReportOptions): string {
  const words = wordsOf(language)
  const fallback = configFile(report)
  const violations = placedAlerts(report, words, verbose)
    .filter(({ status }) => status !== 'waived')
    .map((issue) => violationOf(issue, fallback, words))
  const scope = isPartial(report, words) ? [scopeNote(report, fallback, words)] : []
  return `${safeJson(JSON.stringify([...violations, ...scope], null, 2))}\n`
}

/** The format has no other place for what was not looked at, switched off or waived. */
function scopeNote(report: Report, fallback: string | undefined, words: Words): Violation {
  const description = [headline(report, words), ...scopeLines(report, words)].join(words.clauseSeparator)
  const key = JSON.stringify(['audit/scope', kindOf(report)])
  return {
    description,
    check_name: 'audit/scope',
    fingerprint: createHash('sha256').update(key).digest('hex'),
    severity: 'info',
    location: { path: filePath(fallback ?? 'hefa'), lines: { begin: 1 } },
  }
}

function severityOf({ status, level }: Issue): Severity {
  if (level === 'error') return status === 'fail' ? 'critical' : 'major'
  return level === 'warning' ? 'minor' : 'info'
}

/** GitLab drops a violation without a path; for a domain given by hand, the host is used. */
function locationOf({ places, host }: Issue, fallback: string | undefined): Violation['location'] {
  const [place] = places
  const path = filePath(place?.file ?? fallback ?? (visible(host, 300) || 'hefa'))
  return { path, lines: { begin: place?.line ?? 1 } }
}
