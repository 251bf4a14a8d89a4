import { setFlagsFromString } from 'node:v8'

/** V8 prints a warning for unknown flags, and this one was removed in V8 12 (Node.js 22). */
const KNOWN_V8 = /^11\./

/**
 * An audit of a few hosts ends before optimized code pays off; by default V8 spends a fifth of the time on it. Long
 * runs still get there, a little later.
 */
export function optimizeLater(): void {
  if (KNOWN_V8.test(process.versions.v8)) setFlagsFromString('--interrupt-budget=500000')
}

/**
 * Code that reads source is called often enough to be optimised, and V8 does that on a thread of its own, which takes nearly as
 * long as the reading itself. With a third of the default inlining per function it compiles much sooner and runs as fast.
 */
export function inlineLess(): void {
  if (KNOWN_V8.test(process.versions.v8)) setFlagsFromString('--max-inlined-bytecode-size-cumulative=300')
}
