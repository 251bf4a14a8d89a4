/** Offsets to lines and columns, both from 1; a column counts UTF-16 code units, as editors do. */
export function positions(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0]
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length)
  return (offset) => positionAt(starts, offset)
}

/** @param starts offsets at which the lines begin, in order */
export function positionAt(starts: ArrayLike<number>, offset: number): { line: number; column: number } {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
}
