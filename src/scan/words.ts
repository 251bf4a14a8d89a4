/**
 * The words of scripts, each kept once: most stand in many of them. A piece of a text would keep the whole of it in memory;
 * as the key of an object it is a text of its own.
 */
let words: Record<string, string> = Object.create(null)

/** The same text, to be kept. */
export function word(text: string): string {
  const known = words[text]
  if (known !== undefined) return known
  words[text] = text
  return text
}

/** Once no more scripts are read. */
export function forgetWords(): void {
  words = Object.create(null)
}

/** The label of what a component's markup calls: names that its script does not declare are members of the component. */
export const MARKUP_LABEL = '$'
