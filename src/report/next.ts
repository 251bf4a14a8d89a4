/** What to do first: the worst finding, and a command that fixes or explains it. */

import type { Words } from '../i18n/report.js'
import type { Report } from '../types.js'
import { type Cause, type Causes, causesOf, type Finding, type Levels, type Silence } from './causes.js'
import { platformNames } from './labels.js'
import { kindOf } from './scope.js'
import { visible } from './text.js'

export interface NextStep {
  /** `1 domain fails on Android`. */
  text: string
  command: string
}

/** Null if there is nothing to do, or no server was probed. */
export function nextStep(report: Report, words: Words, causes: Causes = causesOf(report)): NextStep | null {
  const first = firstStep(causes)
  if (!first || kindOf(report) !== 'servers') return null
  const command = commandOf(first)
  const hosts = new Set(first.findings.flatMap(({ target, host }) => (target ? [host] : [])))
  const held = report.platforms.filter((id) => first.levels[id] === first.level)
  const names = platformNames(held, report.platforms, words.everyPlatform).join(words.listSeparator)
  const kind = first.status === 'unknown' ? 'unknown' : first.level === 'error' ? 'error' : 'warning'
  return {
    text: words.next[kind](hosts.size, names),
    command: command === undefined ? `hefa rules ${visible(first.rule, 100)}` : visible(command, 400),
  }
}

const ORDER = [
  ['fail', 'error'],
  ['unknown', 'error'],
  ['fail', 'warning'],
] as const

/** Among the worst findings: those a command can fix come before those that must be read up on. */
function firstStep({ causes, silences }: Causes): Step | undefined {
  const steps: Step[] = [...causes, ...silences.map(asCause)]
  const worst = ORDER.map(([status, level]) =>
    steps.filter((one) => one.status === status && one.level === level),
  ).find((found) => found.length > 0)
  return worst?.find((one) => commandOf(one) !== undefined) ?? worst?.[0]
}

interface Step extends Pick<Cause, 'rule' | 'status' | 'level'> {
  levels: Levels
  findings: readonly Pick<Finding, 'host' | 'target' | 'results'>[]
}

function asCause({ host, target, level, levels, rules, results }: Silence): Step {
  return {
    ...{ rule: rules[0] ?? '', status: 'unknown', level, levels },
    findings: [{ host, target, results }],
  }
}

/** One for all its hosts, or that of the first. */
const commandOf = ({ findings }: Step): string | undefined =>
  findings.flatMap(({ results }) => results.flatMap((one) => one.command ?? []))[0]
