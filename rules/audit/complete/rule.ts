import { defineRule, evidence, fail, pass, unknown } from '../../../src/engine/rule.js'
import type { NotLooked } from '../../../src/facts/index.js'
import type { Family } from '../../../src/types.js'

/** Everything the user asked for was looked at: each platform's list, every entry in it, every address of a name. */
export default defineRule({
  id: 'audit/complete',
  subject: 'gap',
  needs: ['gap'],
  fixed: true,
  evidence: evidence<{
    pass: Record<never, never>
    'no-list': { family: Family }
    'not-compared': { folder: string }
    'not-read-for': { family: Family; folder: string }
    'no-source': { folder: string }
    'no-result': { entries: string[]; count: number }
    'not-probed': { entries: string[]; count: number }
    'no-rule': Record<never, never>
    untold: { rules: string[]; count: number }
    'addresses-left': { tried: number; known: number; left: string[] }
    'facts-missing': { lacking: string[]; count: number }
    'shares-missing': { shares: string[]; count: number; targets: number }
    'results-missing': { rules: string[]; count: number }
    'not-looked': { vantage: string; why: NotLooked }
    'no-such-os': { os: 'ios' | 'android'; version: string; newest: string }
    'old-lists': { readOn: string; days: number }
    'outdated-lists': { readOn: string; days: number }
  }>(),
  reasons: {
    'no-list': 'unknown',
    'not-read-for': 'unknown',
    'not-compared': 'unknown',
    'no-source': 'unknown',
    'no-result': 'unknown',
    'not-probed': 'unknown',
    'no-rule': 'unknown',
    untold: 'unknown',
    'addresses-left': 'unknown',
    'facts-missing': 'unknown',
    'shares-missing': 'unknown',
    'results-missing': 'unknown',
    'not-looked': 'unknown',
    'no-such-os': 'unknown',
    'old-lists': 'fail',
    'outdated-lists': 'fail',
  },
  judge({ gap }) {
    if (gap === null) return [pass({})]
    switch (gap.kind) {
      case 'no-list':
        return [unknown(gap.kind, { family: gap.family })]
      case 'not-read-for':
        return [unknown(gap.kind, { family: gap.family, folder: gap.folder })]
      case 'no-source':
      case 'not-compared':
        return [unknown(gap.kind, { folder: gap.folder })]
      case 'no-result':
      case 'not-probed':
        return [unknown(gap.kind, { entries: gap.entries, count: gap.count })]
      case 'untold':
      case 'results-missing':
        return [unknown(gap.kind, { rules: gap.rules, count: gap.count })]
      case 'addresses-left':
        return [unknown(gap.kind, { tried: gap.tried, known: gap.known, left: gap.left })]
      case 'facts-missing':
        return [unknown(gap.kind, { lacking: gap.lacking, count: gap.count })]
      case 'shares-missing':
        return [unknown(gap.kind, { shares: gap.shares, count: gap.count, targets: gap.targets })]
      case 'not-looked':
        return [unknown(gap.kind, { vantage: gap.vantage, why: gap.why })]
      case 'no-such-os':
        return [unknown(gap.kind, { os: gap.os, version: gap.version, newest: gap.newest })]
      case 'old-lists':
      case 'outdated-lists':
        return [fail(gap.kind, { readOn: gap.readOn, days: gap.days })]
      case 'no-rule':
        return [unknown(gap.kind, {})]
    }
  },
})
