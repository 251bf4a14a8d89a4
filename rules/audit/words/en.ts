/** Text shared by several rules about the audit itself. */
export const more = (shown: readonly string[], count: number) =>
  `${shown.join(', ')}${count > shown.length ? ` and ${count - shown.length} more` : ''}`
