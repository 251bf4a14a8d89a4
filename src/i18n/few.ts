/** Lists in sentences: long ones are cut, with the number of the rest. */
export function fewOf(separator: string, more: (n: number) => string) {
  const SHOWN = 8
  return (all: readonly string[]): string => {
    // One more is as short as its name.
    if (all.length <= SHOWN + 1) return all.join(separator)
    return `${all.slice(0, SHOWN).join(separator)}${more(all.length - SHOWN)}`
  }
}
