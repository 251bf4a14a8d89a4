/** Days as the page writes them. */

/** `2026-11-20`; a dash for an instant outside of the calendar. */
export function dayOf(ms: number): string {
  return Number.isFinite(new Date(ms).getTime()) ? dayLabel(new Date(ms).toISOString()) : '—'
}

/** The day of an ISO 8601 instant. */
export function dayLabel(instant: string): string {
  return instant.split('T')[0]?.slice(0, 14) ?? ''
}
