/**
 * Patterns of files: `*` and `?` within a name, `**` across folders; a pattern that matches a folder includes everything in it.
 */

export function matcher(pattern: string): (file: string) => boolean {
  const parts = pattern
    .replace(/^\.\//, '')
    .split('/')
    .filter((part) => part !== '')
  const inside = [...parts, '**']
  return (file) => {
    const names = file.split('/')
    return matches(names, parts, ANY_FOLDERS, isName) || matches(names, inside, ANY_FOLDERS, isName)
  }
}

const ANY_FOLDERS = '**'

const isName = (name: string, part: string) => matches([...name], [...part], '*', isUnit)
const isUnit = (unit: string, one: string) => one === '?' || one === unit

/** Backtracks only to the last star: no pattern takes more than (length × wildcards) steps. */
function matches(
  items: readonly string[],
  pattern: readonly string[],
  star: string,
  is: (item: string, wanted: string) => boolean,
): boolean {
  let at = 0
  let wanted = 0
  let stretched: { at: number; wanted: number } | null = null
  while (at < items.length) {
    const next = pattern[wanted]
    if (next === star) {
      stretched = { at, wanted: ++wanted }
    } else if (next !== undefined && is(items[at] ?? '', next)) {
      at++
      wanted++
    } else if (stretched) {
      stretched.at++
      at = stretched.at
      wanted = stretched.wanted
    } else return false
  }
  return pattern.slice(wanted).every((part) => part === star)
}
