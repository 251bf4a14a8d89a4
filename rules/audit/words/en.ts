/** What the texts of several rules about the audit itself say. */
export const more = (shown: readonly string[], count: number) =>
  `${shown.join(', ')}${count > shown.length ? ` and ${count - shown.length} more` : ''}`
