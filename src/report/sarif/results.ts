/** One result per finding, at the entry it is about. */

import type { Words } from '../../i18n/report.js'
import type { Entry } from '../../types.js'
import { followedPart, type Issue, waiverText } from '../issues.js'
import { fileUri } from '../places.js'
import { sourceText } from '../source.js'
import { visible } from '../text.js'
import { literal } from './literal.js'
import { levelOf } from './rules.js'
import type { Location, Message, Region, SarifResult } from './types.js'

/** The beginning of a log. */
export const SARIF = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0' }

/** Other entries listed beside the first. */
const RELATED = 20

export function resultOf(
  issue: Issue,
  ruleIndex: number,
  fallback: string | undefined,
  words: Words,
): SarifResult {
  const { rule, status, reason, level, levels, host, places, open, followed, waiver, fingerprint, weight } =
    issue
  const [first, ...others] = places
  return {
    ...{ ruleId: rule, ruleIndex },
    // Section 3.27.10: what isn't a failure has the level "none".
    kind: status === 'unknown' ? 'open' : 'fail',
    level: status === 'unknown' ? 'none' : levelOf(level),
    message: messageOf(issue, words),
    locations: locationOf(first, host, fallback),
    ...(others.length > 0
      ? { relatedLocations: others.slice(0, RELATED).flatMap((place) => locationOf(place, '', undefined)) }
      : {}),
    // GitHub code scanning reads only that name; the other one says what it is.
    partialFingerprints: { 'hefaFinding/v1': fingerprint, primaryLocationLineHash: fingerprint },
    // Section 3.27.23: in one run all results say whether they are suppressed, or none does.
    suppressions:
      status === 'waived'
        ? [{ kind: 'external', status: 'accepted', justification: waiver ? waiverText(waiver, words) : '' }]
        : [],
    properties: {
      status,
      reason,
      levels,
      weight,
      ...(open.length > 0 ? { notJudged: open } : {}),
      ...(followed.length > 0 ? { followed } : {}),
    },
  }
}

function messageOf(issue: Issue, words: Words): Message {
  const { message, weight, fix, reference } = issue
  const quote = reference?.quote ? words.quoted(visible(reference.quote)) : ''
  const source = reference ? sourceText(reference, words) : ''
  const requirement = [quote, source].filter((part) => part !== '').join(' ')
  const parts = [
    `${message}${words.aside(weight)}`,
    ...followedPart(issue, words),
    ...(fix.length > 0 ? [`${words.fix}${words.colon}${fix.join('\n')}`] : []),
    ...(requirement === '' ? [] : [`${words.requirement}${words.colon}${requirement}`]),
  ]
  return { text: parts.map(literal).join('\n\n') }
}

function locationOf(place: Entry | undefined, host: string, fallback: string | undefined): Location[] {
  const file = place?.file ?? fallback
  const name = host === '' ? 'config' : host
  const logical = host === '' && file !== undefined ? [] : [{ fullyQualifiedName: name, kind: 'resource' }]
  return [
    {
      ...(file === undefined ? {} : { physicalLocation: physical({ ...place, file }) }),
      ...(logical.length > 0 ? { logicalLocations: logical } : {}),
    },
  ]
}

export function physical({
  file,
  line,
  column,
}: Pick<Entry, 'line' | 'column'> & { file: string }): NonNullable<Location['physicalLocation']> {
  const { uri, relative } = fileUri(file)
  const region: Region | undefined =
    line === undefined
      ? undefined
      : { startLine: line, ...(column === undefined ? {} : { startColumn: column }) }
  return {
    artifactLocation: relative ? { uri, uriBaseId: '%SRCROOT%' } : { uri },
    ...(region ? { region } : {}),
  }
}
