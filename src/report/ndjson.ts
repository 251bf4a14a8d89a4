/** One line per target, then one with everything else: for programs that read while it is written. */
import type { Report, Target } from '../types.js'
import { safeJson } from './text.js'

export function renderNdjson({ targets, ...summary }: Report): string {
  return [...targets.map(targetLine), summaryLine(summary)].join('')
}

export function targetLine(target: Target): string {
  return line({ type: 'target', ...target })
}

export function summaryLine(summary: Omit<Report, 'targets'>): string {
  return line({ type: 'summary', ...summary })
}

/** A line feed inside a string is written `\n` by JSON. */
const line = (value: object): string => `${safeJson(JSON.stringify(value))}\n`
