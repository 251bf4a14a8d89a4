/** What was all right, and what it comes to. */
import type { Target } from '../../types.js'
import type { Causes } from '../causes.js'
import { hostLabel, SYMBOLS, worstOf } from '../labels.js'
import { type NextStep, nextStep } from '../next.js'
import { exitWords, headline, symbolOf } from '../scope.js'
import { visible } from '../text.js'
import { displayWidth, padEnd, wrap } from '../width.js'
import { INDENT, marked, type Page, VERDICT_TONE } from './page.js'

/** Domains with a line of their own; those without a fault share one. */
const LINES = 50

export function domainLines(page: Page): string[] {
  const { report, words, paint, verbose } = page
  const { targets } = report
  if (targets.length === 0) return []
  const listed = verbose ? targets : targets.filter(({ verdicts }) => worstOf(verdicts) !== 'pass')
  const told = verbose ? listed : listed.slice(0, LINES)
  const unsaid = listed.length - told.length
  const rest = targets.length - listed.length
  if (listed.length === 0) return passedLine(page, words.allPassed(rest))
  const column = Math.min(44, Math.max(0, ...told.map((target) => displayWidth(hostLabel(target))))) + 2
  return [
    paint.strong(words.sections.domains),
    ...told.flatMap((target) => domainLine(page, target, column)),
    ...(unsaid > 0 ? marked(page, { text: '  ' }, words.more(unsaid), 'dim') : []),
    ...(rest > 0 ? passedLine(page, words.restPassed(rest)) : []),
  ]
}

/** Those without a fault, and which of their certificates is to be renewed first. */
function passedLine(page: Page, text: string): string[] {
  const { report, words } = page
  const [first] = report.targets
    .filter(({ verdicts, certificate }) => certificate && worstOf(verdicts) === 'pass')
    .sort((a, b) => (a.certificate?.daysLeft ?? 0) - (b.certificate?.daysLeft ?? 0))
  const days = Math.floor(first?.certificate?.daysLeft ?? 0)
  const parts = [text, ...(first ? [words.firstToExpire(hostLabel(first), days)] : [])]
  return marked(page, { text: `  ${SYMBOLS.pass} `, tone: 'good' }, parts.join(' · '))
}

function domainLine(page: Page, target: Target, column: number): string[] {
  const verdict = worstOf(target.verdicts)
  const tone = VERDICT_TONE[verdict]
  const passed = passedRules(target)
  const text = summary(page, target, passed.length)
  const name = `  ${SYMBOLS[verdict]} ${padEnd(hostLabel(target), column)}`
  const room = page.width - displayWidth(name) > 24
  const lines = room
    ? marked(page, { text: name }, text)
    : [
        ...marked(page, { text: `  ${SYMBOLS[verdict]} ` }, hostLabel(target)),
        ...marked(page, { text: INDENT }, text),
      ]
  return [
    ...lines.map((line, at) =>
      at === 0 ? line.replace(SYMBOLS[verdict], (symbol) => page.paint[tone](symbol)) : line,
    ),
    ...(page.verbose ? details(page, target, passed) : []),
  ]
}

function details(page: Page, { certificate }: Target, passed: readonly string[]): string[] {
  const { words } = page
  const lines: string[] = []
  if (certificate) {
    const { subject, issuer, notAfter } = certificate
    lines.push(
      words.certificateLine(visible(subject, 200), visible(issuer, 200), visible(notAfter.slice(0, 10))),
    )
  }
  if (passed.length > 0) lines.push(`${words.passedRules}${words.colon}${passed.join(' ')}`)
  return lines.flatMap((line) => marked(page, { text: INDENT }, line, 'dim'))
}

function summary({ words }: Page, { scheme, certificate, results }: Target, passed: number): string {
  const against = wrongRules(results, words)
  const parts = [...against, words.passes(passed)]
  if (scheme === 'udp' || scheme === 'tcp') parts.push(words.neverProbed)
  if (certificate) {
    parts.push(
      words.certificateUntil(visible(certificate.notAfter.slice(0, 10)), Math.floor(certificate.daysLeft)),
    )
  }
  return parts.join(' · ')
}

/** Rules told of those that keep a domain from being ready. */
const WRONG = 2

function wrongRules(results: Target['results'], words: Page['words']): string[] {
  const hard = results.filter(
    ({ status, level }) => level === 'error' && (status === 'fail' || status === 'unknown'),
  )
  const rules = [...new Set(hard.map(({ rule }) => visible(rule, 80)))]
  const rest = rules.length - WRONG
  const told = [...rules.slice(0, WRONG), ...(rest > 0 ? [words.more(rest)] : [])]
  return told.length > 0 ? [told.join(words.listSeparator)] : []
}

/** Rules that passed and found nothing on any platform. */
function passedRules({ results }: Target): string[] {
  const against = new Set(
    results.filter(({ status }) => status === 'fail' || status === 'unknown').map(({ rule }) => rule),
  )
  const passed = results.filter(({ status, rule }) => status === 'pass' && !against.has(rule))
  return [...new Set(passed.map(({ rule }) => rule))]
}

/** The verdict again, for those who see the end only, and what to do first. */
export function lastLines(page: Page, causes: Causes): string[] {
  const { report, words } = page
  const tone = VERDICT_TONE[report.verdict]
  const text = `${headline(report, words)} · ${exitWords(report, words)}`
  const next = nextStep(report, words, causes)
  return [
    ...marked(page, { text: `${symbolOf(report, report.verdict)} `, tone }, text, tone),
    ...(next ? nextLines(page, next) : []),
  ]
}

/** The command stands on one line, whole. */
function nextLines({ words, width, paint }: Page, { text, command }: NextStep): string[] {
  const head = `${words.nextStep}${words.colon}${text}${words.colon}`
  const line = `${head}${command}`
  if (displayWidth(line) <= width) return [`${head}${paint.strong(command)}`]
  return [...wrap(head.trimEnd(), width), `  ${paint.strong(command)}`]
}
