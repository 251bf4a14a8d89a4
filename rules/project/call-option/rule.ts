import { defineRule, evidence, fail, notApplicable, pass } from '../../../src/engine/rule.js'

type Of = { callee: string; option: string; value: string }

/**
 * Options of a single call: a timeout above the platform's limit, an unsupported file type, a header that isn't a
 * string, a close reason that is too long for its frame.
 */
export default defineRule({
  id: 'project/call-option',
  subject: 'option',
  needs: ['call', 'option'],
  parameters: {
    least: 1000 as number,
    most: 60_000 as number,
    fileTypes: ['image', 'video', 'audio'] as string[],
    /** Bytes of UTF-8 (RFC 6455 section 5.5: a control frame carries 125, two of them the code). */
    reasonBytes: 123 as number,
  },
  evidence: evidence<{
    pass: Record<never, never>
    'timeout-too-long': Of & { most: number }
    'timeout-too-short': Of & { least: number }
    'file-type': Of & { fileTypes: string[] }
    'header-value': Of
    'close-reason': Of & { bytes: number; most: number }
  }>(),
  reasons: {
    'timeout-too-long': 'fail',
    'timeout-too-short': 'fail',
    'file-type': 'fail',
    'header-value': 'fail',
    'close-reason': 'fail',
  },
  judge({ call: { callee, api }, option: { name, value } }, { least, most, fileTypes, reasonBytes }) {
    const found = { callee, option: name, value: String(value).slice(0, 80) }
    if (name === 'timeout') return [judgeTimeout(value, found, least, most)]
    if (name === 'reason') {
      if (typeof value !== 'string') return [notApplicable]
      const bytes = new TextEncoder().encode(value).length
      return [bytes > reasonBytes ? fail('close-reason', { ...found, bytes, most: reasonBytes }) : pass({})]
    }
    if (name === 'fileType') {
      if (api !== 'uploadFile' || typeof value !== 'string') return [notApplicable]
      return [fileTypes.includes(value) ? pass({}) : fail('file-type', { ...found, fileTypes })]
    }
    return [
      typeof value === 'string'
        ? pass({})
        : fail('header-value', { ...found, option: name.replace(/^header /, '') }),
    ]
  },
})

function judgeTimeout(value: unknown, found: Of, least: number, most: number) {
  // With 0 or less the platform's own limit applies.
  if (typeof value !== 'number' || value <= 0) return notApplicable
  if (value > most) return fail('timeout-too-long', { ...found, most })
  return value < least ? fail('timeout-too-short', { ...found, least }) : pass({})
}
