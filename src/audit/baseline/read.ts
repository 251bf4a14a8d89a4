/** A baseline file → its findings. */
import * as v from 'valibot'
import { jsonFault } from '../../config/index.js'
import { PLATFORM_IDS } from '../../types.js'
import type { Baseline } from './types.js'

const text = v.pipe(v.string(), v.maxLength(10_000))

const finding = v.strictObject({
  rule: text,
  reason: text,
  status: v.picklist(['fail', 'unknown']),
  level: v.picklist(['error', 'warning', 'info']),
  platforms: v.array(v.picklist(PLATFORM_IDS)),
  target: v.optional(text),
  file: v.optional(text),
  text: v.optional(text),
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)),
})

const baseline = v.strictObject({
  schemaVersion: v.literal(1),
  tool: v.strictObject({ name: v.literal('hefa'), version: text }),
  at: v.pipe(v.string(), v.isoTimestamp()),
  findings: v.pipe(v.array(finding), v.maxLength(100_000)),
})

/** `at`: an offset in the text; `place`: a path such as `findings.3.rule`. */
export type BaselineFault = { fault: 'not-json'; at: number } | { fault: 'shape'; place: string }

export function readBaseline(source: string): Baseline | BaselineFault {
  let parsed: unknown
  try {
    parsed = JSON.parse(source)
  } catch {
    return { fault: 'not-json', at: jsonFault(source) }
  }
  const read = v.safeParse(baseline, parsed, { abortEarly: true })
  if (read.success) return read.output
  return { fault: 'shape', place: v.getDotPath(read.issues[0]) ?? '.' }
}
