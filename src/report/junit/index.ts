/**
 * JUnit XML, as Jenkins, GitLab and others read it (the xunit plugin's junit-10.xsd is the strictest of them): one suite
 * for the config, one for the source and one per target, one case per rule. GitLab and Jenkins compare cases by their names
 * from run to run: those are the same whatever is found.
 */

import { formatWordsOf } from '../../i18n/formats.js'
import { wordsOf } from '../../i18n/report.js'
import { scanWordsOf } from '../../i18n/scan.js'
import type { Report, Result, Target } from '../../types.js'
import { hostLabel } from '../labels.js'
import type { ReportOptions } from '../options.js'
import { isSource } from '../places.js'
import { headline, isPartial, scopeLines } from '../scope.js'
import { caseElement, casesOf, isStrict, type Outcome, outcomeOf, type Scene } from './cases.js'
import { type Element, xmlText } from './xml.js'

interface Suite {
  name: string
  /** The report, cut down to what the suite is about. */
  part: Report
}
type Counts = Record<Outcome | 'tests', number>

/** One for the config, one for the source, and one per target. */
function suitesOf(report: Report, names: { config: string; source: string }): Suite[] {
  const { config, targets } = report
  const ofConfig = (name: string, results: Result[]): Suite[] =>
    results.length > 0 ? [{ name, part: { ...report, config: results, targets: [] } }] : []
  const ofTarget = (target: Target): Suite => ({
    name: hostLabel(target),
    part: { ...report, config: [], targets: [target] },
  })
  return [
    ...ofConfig(
      names.config,
      config.filter((one) => !isSource(one)),
    ),
    ...ofConfig(names.source, config.filter(isSource)),
    ...targets.map(ofTarget),
  ]
}

export function renderJunit(report: Report, { language, verbose }: ReportOptions): string {
  const formatWords = formatWordsOf(language)
  const scene: Scene = { words: wordsOf(language), formatWords, strict: isStrict(report), verbose }
  const { durationMs } = report
  const suites = suitesOf(report, { config: formatWords.config, source: scanWordsOf(language).suite })
  const made = [...scopeSuite(report, scene), ...suites.map((suite) => suiteElement(suite, scene))]
  const { tests, failure, error } = made.map(({ counts }) => counts).reduce(added, countsOf([]))
  const root: Element = {
    name: 'testsuites',
    attributes: { name: 'hefa', tests, failures: failure, errors: error, time: durationMs / 1000 },
    content: made.map(({ element }) => element),
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlText(root)}`
}

/** What was not looked at, switched off or waived: cases that were skipped. */
function scopeSuite(report: Report, { words }: Scene): ReturnType<typeof suiteElement>[] {
  if (!isPartial(report, words)) return []
  const name = words.scope.title
  const lines = [headline(report, words), ...scopeLines(report, words)]
  const content = lines.map((line): Element => {
    const skipped: Element = { name: 'skipped', attributes: { message: line }, content: '' }
    return { name: 'testcase', attributes: { classname: name, name: line, time: 0 }, content: [skipped] }
  })
  const counts = { ...countsOf([]), tests: lines.length, skipped: lines.length }
  const attributes = { name, tests: counts.tests, failures: 0, errors: 0, skipped: counts.skipped, time: 0 }
  return [{ counts, element: { name: 'testsuite', attributes, content } }]
}

function suiteElement({ name, part }: Suite, scene: Scene) {
  const cases = casesOf(part, scene)
  const counts = countsOf(cases.map((one) => outcomeOf(one, scene.strict)))
  const element: Element = {
    name: 'testsuite',
    attributes: {
      ...{ name, tests: counts.tests },
      ...{ failures: counts.failure, errors: counts.error, skipped: counts.skipped },
      // Local time without a zone, as Ant writes it.
      timestamp: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.exec(part.at)?.[0],
      time: 0,
    },
    content: cases.map((one) => caseElement(one, name, scene)),
  }
  return { element, counts }
}

function countsOf(outcomes: readonly Outcome[]): Counts {
  const count = (wanted: Outcome) => outcomes.filter((outcome) => outcome === wanted).length
  return {
    tests: outcomes.length,
    passed: count('passed'),
    failure: count('failure'),
    error: count('error'),
    skipped: count('skipped'),
  }
}

function added(a: Counts, b: Counts): Counts {
  return {
    tests: a.tests + b.tests,
    passed: a.passed + b.passed,
    failure: a.failure + b.failure,
    error: a.error + b.error,
    skipped: a.skipped + b.skipped,
  }
}
