/** A user error, reported in one line: exit status 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** The errno name of a failed system call, or its message. */
export function causeOf(error: unknown): string {
  if (error instanceof Error) return (error as NodeJS.ErrnoException).code ?? error.message
  return String(error)
}
