/**
 * Colors for terminals: a flag overrides FORCE_COLOR, which overrides NO_COLOR (no-color.org), which overrides
 * detection.
 */
export function colorWanted(
  flag: boolean | undefined,
  env: Readonly<Record<string, string | undefined>>,
  tty: boolean,
): boolean {
  if (flag === false) return false
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false
  return tty && env.TERM !== 'dumb'
}
