import { setFlagsFromString } from 'node:v8'

/** V8 prints a complaint for a flag it does not know, and this one is gone since V8 12 (Node.js 22). */
const KNOWN_V8 = /^11\./

/**
 * An audit of some hosts is over before code pays back what optimising it costs; left to itself V8 spends a fifth of
 * the whole time on it. Long runs still get there, a little later.
 */
export function optimizeLater(): void {
  if (KNOWN_V8.test(process.versions.v8)) setFlagsFromString('--interrupt-budget=500000')
}
