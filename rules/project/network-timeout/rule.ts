import { defineRule, evidence, fail, notApplicable, pass } from '../../../src/engine/rule.js'

type Of = { setting: string; value: number }

/** A timeout in milliseconds above the platform's limit, or too short for slow networks. */
export default defineRule({
  id: 'project/network-timeout',
  subject: 'setting',
  needs: ['setting'],
  parameters: { least: 1000 as number, most: 60_000 as number },
  evidence: evidence<{
    pass: { least: number; most: number }
    'too-long': Of & { most: number }
    'too-short': Of & { least: number }
  }>(),
  reasons: { 'too-long': 'fail', 'too-short': 'fail' },
  judge({ setting: { key, name, value } }, { least, most }) {
    if (key !== 'networkTimeout' || typeof value !== 'number') return [notApplicable]
    const found = { setting: name, value }
    if (value > most) return [fail('too-long', { ...found, most })]
    return [value < least ? fail('too-short', { ...found, least }) : pass({ least, most })]
  },
})
