/** Config problems, in the formats that show a finding at its line. There are no other results. */

import { createHash } from 'node:crypto'
import { formatWordsOf } from '../i18n/formats.js'
import { TAGS } from '../i18n/languages.js'
import type { Language } from '../types.js'
import { type Annotation, commandOf, limited, MOST } from './github.js'
import { filePath, hasFile } from './places.js'
import { literal } from './sarif/literal.js'
import { physical, SARIF } from './sarif/results.js'
import { safeJson, visible } from './text.js'

/** One thing wrong with a config. `line` and `column` count from 1. */
export interface ConfigProblem {
  file: string
  line: number
  column: number
  message: string
}

export interface ProblemOptions {
  language: Language
  version: string
}

/** The rule name for config problems, in formats where every finding has a rule. */
const RULE = 'config'
const EXIT_CODE = 2

export function githubProblems(problems: readonly ConfigProblem[], { language }: ProblemOptions): string {
  const annotations = problems.map((problem): Annotation => {
    const { file, line, column } = problem
    const place = hasFile(problem) ? { file: filePath(file), line, col: column } : {}
    return { kind: 'error', properties: { ...place, title: RULE }, lines: [told(problem)] }
  })
  return limited(annotations, 'error', MOST, formatWordsOf(language))
    .map((annotation) => `${commandOf(annotation)}\n`)
    .join('')
}

export function sarifProblems(problems: readonly ConfigProblem[], options: ProblemOptions): string {
  const prints = fingerprints(problems)
  const results = problems.map((problem, index) => ({
    ruleId: RULE,
    ruleIndex: 0,
    kind: 'fail',
    level: 'error',
    message: { text: literal(told(problem)) },
    locations: [
      hasFile(problem)
        ? { physicalLocation: physical(problem) }
        : { logicalLocations: [{ fullyQualifiedName: RULE, kind: 'resource' }] },
    ],
    partialFingerprints: { 'hefaFinding/v1': prints[index], primaryLocationLineHash: prints[index] },
  }))
  const run = {
    tool: { driver: { name: 'hefa', version: visible(options.version, 40), rules: [{ id: RULE }] } },
    language: TAGS[options.language],
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: false, exitCode: EXIT_CODE }],
    results,
  }
  return `${safeJson(JSON.stringify({ ...SARIF, runs: [run] }, null, 2))}\n`
}

export function gitlabProblems(problems: readonly ConfigProblem[]): string {
  const prints = fingerprints(problems)
  const violations = problems.map((problem, index) => ({
    description: told(problem),
    check_name: RULE,
    fingerprint: prints[index],
    severity: 'blocker',
    location: {
      path: hasFile(problem) ? filePath(problem.file) : 'hefa',
      lines: { begin: problem.line },
    },
  }))
  return `${safeJson(JSON.stringify(violations, null, 2))}\n`
}

const told = ({ message }: ConfigProblem): string => visible(message, 1000)

/** The same on another line, so that a finding keeps its name; of several alike each has its own. */
function fingerprints(problems: readonly ConfigProblem[]): string[] {
  const seen = new Map<string, number>()
  return problems.map(({ file, message }) => {
    const key = JSON.stringify([RULE, file, message])
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return createHash('sha256').update(`${key}${count}`).digest('hex')
  })
}
