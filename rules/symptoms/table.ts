/**
 * What the clients say, read in their published error tables (see `speakers.ts`). The order of causes follows how often
 * public reports of the error ended with that cause.
 */
import { certificates } from './table/certificates.js'
import { connections } from './table/connections.js'
import { handshake } from './table/handshake.js'
import { lists } from './table/lists.js'
import { requests } from './table/requests.js'
import type { Symptom } from './types.js'

export const SYMPTOMS = [
  ...lists,
  ...handshake,
  ...certificates,
  ...connections,
  ...requests,
] as const satisfies readonly Symptom[]

export type SymptomId = (typeof SYMPTOMS)[number]['id']
