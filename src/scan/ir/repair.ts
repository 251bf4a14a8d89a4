/** Small syntax errors: a missing comma, a bracket too many. Tools that only strip types build such scripts anyway. */

/** A fix that keeps every position: an inserted character replaces a space. */
export type Repair = (code: string, at: number) => string | null

const MOST = 12
/** A larger script with syntax errors would take too long. */
const LARGEST = 400_000

/**
 * @param faultAt where a text can't be parsed, or null if it can
 * @returns the text that can be parsed; null if it takes more than a few fixes
 */
export function repaired(code: string, faultAt: (code: string) => number | null): string | null {
  if (code.length > LARGEST) return null
  let text = code
  let at = faultAt(text)
  for (let turn = 0; at !== null && turn < MOST; turn++) {
    const from = at
    const better = REPAIRS.flatMap((repair) => repair(text, from) ?? [])
      .map((one) => ({ one, next: faultAt(one) }))
      .filter(({ next }) => next === null || next > from)
      .sort((a, b) => (b.next ?? Number.POSITIVE_INFINITY) - (a.next ?? Number.POSITIVE_INFINITY))[0]
    if (!better) return null
    text = better.one
    at = better.next
  }
  return at === null ? text : null
}

const REPAIRS: readonly Repair[] = [inserted(','), inserted(')'), removed, swapped]

/** Replaces the last space before it. */
function inserted(sign: string): Repair {
  return (code, at) => {
    let space = at - 1
    while (space >= 0 && (code[space] === '\n' || code[space] === '\r')) space--
    return space < 0 || !/[ \t]/.test(code[space] ?? '') ? null : put(code, space, sign)
  }
}

/** A bracket or comma too many, or an invisible character. */
function removed(code: string, at: number): string | null {
  return /[)\]},\0-\x08\x0e-\x1f\x7f\u200b-\u200f\u2060\ufeff]/.test(code[at] ?? '')
    ? put(code, at, ' ')
    : null
}

/** `export abstract default class`: the keywords are in the wrong order. */
function swapped(code: string, at: number): string | null {
  const begin = at - 'abstract '.length
  return code.startsWith('abstract default ', begin)
    ? `${code.slice(0, begin)}default abstract ${code.slice(begin + 'abstract default '.length)}`
    : null
}

const put = (code: string, at: number, sign: string) => code.slice(0, at) + sign + code.slice(at + 1)
