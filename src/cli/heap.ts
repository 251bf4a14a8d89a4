import { setFlagsFromString } from 'node:v8'

/**
 * Little of what a target leaves behind lives on, but V8 lets such garbage pile up to several times of that before it
 * looks. Here it looks earlier.
 */
export function boundHeap(): void {
  for (const flag of [
    '--max-semi-space-size=4',
    '--semi-space-growth-factor=1',
    '--heap-growing-percent=100',
  ]) {
    setFlagsFromString(flag)
  }
}

/** What a scan reads stays till its end, and half as much again as garbage would come on top of that. */
export function growSlowly(): void {
  setFlagsFromString('--heap-growing-percent=100')
}
