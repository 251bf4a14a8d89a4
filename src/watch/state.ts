/** The state file. It is hefa's own, but a file on a disk may be anything. */
import * as v from 'valibot'
import { PLATFORM_IDS } from '../types.js'
import type { WatchState } from './types.js'

const text = v.pipe(v.string(), v.maxLength(1000))
const verdict = v.picklist(['pass', 'warn', 'fail', 'unknown'])
const platform = v.picklist(PLATFORM_IDS)

const change = v.variant('kind', [
  v.strictObject({
    kind: v.literal('verdict'),
    target: v.nullable(text),
    before: v.nullable(verdict),
    after: verdict,
    platforms: v.array(platform),
  }),
  v.strictObject({
    kind: v.literal('renewal'),
    target: text,
    notAfter: text,
    daysLeft: v.number(),
    intermediate: v.optional(v.boolean()),
  }),
  v.strictObject({ kind: v.literal('renewed'), target: text, notAfter: text }),
  v.strictObject({ kind: v.literal('config'), usable: v.boolean() }),
])

const waiting = v.strictObject({
  message: v.strictObject({ id: text, at: text, verdict, changes: v.array(change) }),
  to: v.array(text),
  trying: v.optional(text),
})

const state = v.strictObject({
  schemaVersion: v.literal(1),
  at: text,
  verdict,
  own: verdict,
  configUsable: v.boolean(),
  seen: v.array(
    v.strictObject({
      target: text,
      verdicts: v.strictObject(v.entriesFromList(PLATFORM_IDS, v.optional(verdict))),
      notAfter: v.optional(text),
      sha256: v.optional(text),
      window: v.nullable(v.number()),
    }),
  ),
  waiting: v.array(waiting),
})

/** What no watch has written; `path` leads to what is wrong. */
export type StateFault = { fault: 'not-json' } | { fault: 'shape'; path: string[] }

export function readState(source: string): WatchState | StateFault {
  let parsed: unknown
  try {
    parsed = JSON.parse(source)
  } catch {
    return { fault: 'not-json' }
  }
  const read = v.safeParse(state, parsed, { abortEarly: true })
  if (read.success) return read.output as WatchState
  return { fault: 'shape', path: v.getDotPath(read.issues[0])?.split('.') ?? [] }
}

export const stateText = (of: WatchState): string => `${JSON.stringify(of, null, 1)}\n`
