import { defineRule, evidence, pass, unknown } from '../../../src/engine/rule.js'
import type { UnreadReason } from '../../../src/facts/index.js'
import type { Family } from '../../../src/types.js'

/**
 * Everything that may make calls was read: every page and every file that belongs to the mini program, and at least
 * one.
 */
export default defineRule({
  id: 'project/coverage',
  subject: 'coverage',
  needs: ['files', 'pages', 'unread', 'elsewhere'],
  evidence: evidence<{
    pass: { files: number; pages: number | null }
    'not-read': {
      file: string
      cause: UnreadReason
      by: string | null
      files: number
      /** Other files with the same fault. */
      others?: string[]
    }
    'no-files': Record<never, never>
    'no-pages': { files: number; list: string }
    /** `family` is null for a vendor whose rules are not known. */
    'other-platform': { callee: string; calls: number; family: Family | null }
  }>(),
  reasons: {
    'not-read': 'unknown',
    'no-files': 'unknown',
    'no-pages': 'unknown',
    'other-platform': 'unknown',
  },
  judge({ files, pages, unread, elsewhere }) {
    if (unread) {
      const { file, reason: cause, by = null, files: lost = 1 } = unread
      return [unknown('not-read', { file, cause, by, files: lost })]
    }
    if (files === 0) return [unknown('no-files', {})]
    if (pages?.listed === 0) return [unknown('no-pages', { files, list: pages.file })]
    if (elsewhere) return [unknown('other-platform', elsewhere)]
    return [pass({ files, pages: pages?.listed ?? null })]
  },
})
