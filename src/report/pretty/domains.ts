/** Each domain with what is wrong with it; those that passed share a line. */
import type { Words } from '../../i18n/report.js'
import type { Target } from '../../types.js'
import { hostLabel, SYMBOLS, worstOf } from '../labels.js'
import { visible } from '../text.js'
import { displayWidth, padEnd } from '../width.js'
import { heading, type Item, indented, marked, VERDICT_TONE } from './items.js'
import type { Look } from './look.js'

/** Domains with a line of their own; those without a fault share one. */
const LINES = 50

export function domainLines(targets: readonly Target[], look: Look): Item[] {
  const { words, verbose } = look
  if (targets.length === 0) return []
  const listed = verbose ? targets : targets.filter(({ verdicts }) => worstOf(verdicts) !== 'pass')
  const told = verbose ? listed : listed.slice(0, LINES)
  const unsaid = listed.length - told.length
  const rest = targets.length - listed.length
  if (listed.length === 0) return [passedLine(targets, words.allPassed(rest), words)]
  const column = Math.min(44, Math.max(0, ...told.map((target) => displayWidth(hostLabel(target))))) + 2
  return [
    heading(words.sections.domains),
    ...told.flatMap((target) => domainLine(target, column, look)),
    ...(unsaid > 0 ? [marked({ text: '  ' }, words.more(unsaid), 'dim')] : []),
    ...(rest > 0 ? [passedLine(targets, words.restPassed(rest), words)] : []),
  ]
}

/** A chain is good until the first of its certificates ends. */
const daysOf = ({ certificate }: Target): number => (certificate?.issuerEnds ?? certificate)?.daysLeft ?? 0

/** Those without a fault, and which of their certificates must be renewed first. */
function passedLine(targets: readonly Target[], text: string, words: Words): Item {
  const [first] = targets
    .filter(({ verdicts, certificate }) => certificate && worstOf(verdicts) === 'pass')
    .sort((a, b) => daysOf(a) - daysOf(b))
  const days = first ? Math.floor(daysOf(first)) : 0
  const parts = [text, ...(first ? [words.firstToExpire(hostLabel(first), days)] : [])]
  return marked({ text: `  ${SYMBOLS.pass} `, tone: 'good' }, parts.join(' · '))
}

function domainLine(target: Target, column: number, { words, width, verbose }: Look): Item[] {
  const verdict = worstOf(target.verdicts)
  const symbol = SYMBOLS[verdict]
  const host = hostLabel(target)
  const passed = passedRules(target)
  const text = summary(target, passed.length, words)
  const name = `  ${symbol} ${padEnd(host, column)}`
  const accent = { text: symbol, tone: VERDICT_TONE[verdict] }
  const lines =
    width - displayWidth(name) > 24
      ? [{ ...marked({ text: name }, text), accent }]
      : [{ ...marked({ text: `  ${symbol} ` }, host), accent }, indented(text)]
  return [...lines, ...(verbose ? details(target, passed, words) : [])]
}

function details({ certificate }: Target, passed: readonly string[], words: Words): Item[] {
  const lines: string[] = []
  if (certificate) {
    const { subject, issuer, notAfter } = certificate
    lines.push(
      words.certificateLine(visible(subject, 200), visible(issuer, 200), visible(notAfter.slice(0, 10))),
    )
  }
  if (passed.length > 0) lines.push(`${words.passedRules}${words.colon}${passed.join(' ')}`)
  return lines.map((line) => indented(line, 'dim'))
}

function summary({ scheme, certificate, results }: Target, passed: number, words: Words): string {
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

/** Rules listed of those that keep a domain from being ready. */
const WRONG = 2

function wrongRules(results: Target['results'], words: Words): string[] {
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
