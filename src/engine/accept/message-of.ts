/** Anything can be thrown, and even reading its message may throw. */
export function messageOf(error: unknown): string {
  try {
    return String(error instanceof Error ? error.message : error).slice(0, 200)
  } catch {
    return 'an error that can not be read'
  }
}
