/** Words the domain texts share. */
import type { EntryFact, SyntaxProblem } from '../../facts/index.js'
import { type FamilyData, familiesWith, familyData, familyName } from '../../platforms/index.js'
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

/** The names of those of the sentence's families to which something applies; null for none. */
export function namesOf({ platforms }: About, has: (family: FamilyData) => boolean): string | null {
  const names = familiesWith(platforms, has).map((family) => familyName(family, 'en'))
  return names.length === 0 ? null : names.join(' and ')
}

/** Does it apply to one of them? */
export const on = (about: About, has: (family: FamilyData) => boolean): boolean =>
  namesOf(about, has) !== null

export const callsLan = ({ traits }: FamilyData) => traits?.lanCalls === true
export const packsList = ({ traits }: FamilyData) => traits?.isListPacked === true
export const allowsPorts = ({ lists }: FamilyData) => lists.ports === 'allow'
export const takesNoPorts = ({ lists }: FamilyData) => lists.ports === 'forbid'
export const listsByApi = ({ lists }: FamilyData) => lists.per === 'api'

/** What every change of an Alipay or mPaaS list entails. */
export function withRelease(advice: string, about: About): string {
  const lines = [advice]
  if (on(about, packsList))
    lines.push(
      'After changing the list, pack and upload the mini program again: only new packages contain it.',
    )
  for (const { name, listSwitch } of switchesOf(about))
    lines.push(`On ${name} the list works only while ${listSwitch} is on.`)
  return lines.join('\n')
}

export const at = (line: number | undefined) => (line === undefined ? '' : ` (line ${line})`)

const switchesOf = ({ platforms }: About) =>
  familiesWith(platforms, ({ traits }) => traits?.listSwitch !== undefined).map((family) => ({
    name: familyName(family, 'en'),
    listSwitch: familyData(family).traits?.listSwitch,
  }))

/** What the families' pages said at another time. */
export const noteOf = ({ platforms }: About, key: keyof NonNullable<FamilyData['notes']>): string =>
  familiesWith(platforms, ({ notes }) => notes?.[key] !== undefined)
    .map((family) => familyData(family).notes?.[key]?.en ?? '')
    .join('')
