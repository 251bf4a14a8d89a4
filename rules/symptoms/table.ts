/**
 * The messages of the clients, from their published error tables (see `speakers.ts`). Causes are ordered by how often
 * public reports of the error turned out to have them.
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
