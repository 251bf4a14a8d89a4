/** Text → report, validated, since any program may have written it. */
import * as v from 'valibot'
import type { Report } from '../../types.js'
import { reportSchema } from '../schema.js'

export type ReadFault =
  | { fault: 'not-json' }
  | { fault: 'no-report' }
  /** What `--save-facts` writes. */
  | { fault: 'facts' }
  | { fault: 'schema-version'; found: string }
  /** `path` is the invalid part, such as `targets.0.host`. */
  | { fault: 'shape'; path: string; problem: string }

export function readReport(text: string): { report: Report } | ReadFault {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return { fault: 'not-json' }
  }
  if (typeof value !== 'object' || value === null || !('schemaVersion' in value) || !('targets' in value)) {
    return { fault: 'no-report' }
  }
  if ('gatheredAt' in value && !('verdicts' in value)) return { fault: 'facts' }
  if (value.schemaVersion !== 1) return { fault: 'schema-version', found: String(value.schemaVersion) }
  const { issues } = v.safeParse(reportSchema, value)
  // Later versions may contain more; unknown fields aren't compared.
  const issue = issues?.find(({ type, expected }) => type !== 'strict_object' || expected !== 'never')
  if (!issue) return dated(value as unknown as Report)
  return { fault: 'shape', path: v.getDotPath(issue) ?? '', problem: issue.message }
}

/** ISO 8601 knows instants that no clock here reads, such as those of a time zone without its minutes. */
function dated(report: Report): { report: Report } | ReadFault {
  if (Number.isFinite(Date.parse(report.at))) return { report }
  return { fault: 'shape', path: 'at', problem: `Invalid timestamp: Received ${JSON.stringify(report.at)}` }
}
