/** What was all right, and what it comes to. */
import type { Target } from '../../types.js'
import { hostLabel, SYMBOLS, worstOf } from '../labels.js'
import { exitWords, headline, symbolOf } from '../scope.js'
import { visible } from '../text.js'
import { displayWidth, padEnd } from '../width.js'
import { INDENT, marked, type Page, VERDICT_TONE } from './page.js'

/** Domains with a line of their own; in a longer list those without a fault share one. */
const LINES = 12

export function domainLines(page: Page): string[] {
  const { report, words, paint, verbose } = page
  const { targets } = report
  if (targets.length === 0) return []
  const many = targets.length > LINES && !verbose
  const listed = many ? targets.filter(({ verdicts }) => worstOf(verdicts) !== 'pass') : targets
  const rest = targets.length - listed.length
  const column = Math.min(44, Math.max(0, ...listed.map((target) => displayWidth(hostLabel(target))))) + 2
  return [
    paint.strong(words.sections.domains),
    ...listed.flatMap((target) => domainLine(page, target, column)),
    ...(rest > 0 ? [`  ${paint.good(SYMBOLS.pass)} ${words.restPassed(rest)}`] : []),
  ]
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

function summary({ words }: Page, { scheme, certificate }: Target, passed: number): string {
  const parts = [words.passes(passed)]
  if (scheme === 'udp' || scheme === 'tcp') parts.push(words.neverProbed)
  if (certificate) {
    parts.push(
      words.certificateUntil(visible(certificate.notAfter.slice(0, 10)), Math.floor(certificate.daysLeft)),
    )
  }
  return parts.join(' · ')
}

/** Rules that passed and found nothing on any platform. */
function passedRules({ results }: Target): string[] {
  const against = new Set(
    results.filter(({ status }) => status === 'fail' || status === 'unknown').map(({ rule }) => rule),
  )
  const passed = results.filter(({ status, rule }) => status === 'pass' && !against.has(rule))
  return [...new Set(passed.map(({ rule }) => rule))]
}

export function lastLine(page: Page): string[] {
  const { report, words } = page
  const tone = VERDICT_TONE[report.verdict]
  const text = `${headline(report, words)} · ${exitWords(report, words)}`
  return marked(page, { text: `${symbolOf(report, report.verdict)} `, tone }, text, tone)
}
