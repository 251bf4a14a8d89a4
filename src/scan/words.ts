/**
 * Words of scripts, each stored once, since most occur in many. A substring would keep the whole string in memory;
 * as an object key it is a separate string.
 */
let words: Record<string, string> = Object.create(null)

/** The same string, interned. */
export function word(text: string): string {
  const known = words[text]
  if (known !== undefined) return known
  words[text] = text
  return text
}

/** Call once no more scripts are read. */
export function forgetWords(): void {
  words = Object.create(null)
}
