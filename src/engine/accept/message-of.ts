/** An error may be anything that can be thrown, and may not like to be read. */
export function messageOf(error: unknown): string {
  try {
    return String(error instanceof Error ? error.message : error).slice(0, 200)
  } catch {
    return 'an error that can not be read'
  }
}
