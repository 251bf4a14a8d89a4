/** Text from elsewhere in a sentence: quoted, and not too long. */
export const quote = (word: string): string =>
  JSON.stringify(word.length > 80 ? `${word.slice(0, 77)}...` : word)
