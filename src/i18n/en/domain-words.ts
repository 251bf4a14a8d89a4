/** Words the domain texts share. */
import type { EntryFact, SyntaxProblem } from '../../facts/index.js'
import type { About } from '../types.js'

export const PROBLEMS: Record<SyntaxProblem, string> = {
  path: 'a path',
  'trailing-slash': 'a "/" at the end',
  query: 'a query (?...)',
  fragment: 'a fragment (#...)',
  'user-info': 'a user name (...@)',
  wildcard: 'a wildcard (*)',
  space: 'a space',
  underscore: 'an underscore',
  'empty-label': 'an empty part between two dots',
  'long-label': 'a part of more than 63 characters',
  'long-name': 'a name of more than 253 characters',
  hyphen: 'a part that begins or ends with "-"',
  'trailing-dot': 'a dot at the end',
  character: 'a character other than letters, digits, "-", "." and ":"',
  'bad-port': 'a port that is not a number from 1 to 65535',
  'empty-port': '":" without a port',
  'bad-a-label': 'an "xn--" part that cannot be decoded',
  'empty-host': 'no host',
  several: 'more than one domain',
}
export const FOLDS: Record<EntryFact['folded'][number], string> = {
  space: 'surrounding spaces',
  'full-width': 'full-width characters',
  'unicode-name': 'a non-ASCII name',
  'upper-case': 'upper-case letters',
}

export const on = ({ platforms }: About, family: string) => platforms.some((id) => id.startsWith(family))

/** What every change of an Alipay or mPaaS list entails. */
export function withRelease(advice: string, about: About): string {
  const lines = [advice]
  if (on(about, 'alipay') || on(about, 'mpaas'))
    lines.push(
      'After a change of the list, pack and upload the mini program again: only new packages know it.',
    )
  if (on(about, 'mpaas')) lines.push('On mPaaS the list works only while 小程序权限控制开关 is on.')
  return lines.join('\n')
}

export const at = (line: number | undefined) => (line === undefined ? '' : ` (line ${line})`)
