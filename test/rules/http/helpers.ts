/** HTTP facts as the probe reports them, and what platforms are told of them. */
import type { Rule } from '../../../src/engine/index.js'
import type {
  HttpAnswer,
  HttpFact,
  HttpFailure,
  HttpResponse,
  PathFact,
  TargetFacts,
  UpgradeAnswer,
  UpgradeFact,
} from '../../../src/facts/index.js'
import type { PlatformId } from '../../../src/types.js'
import { column, endpoint, judgments, type Setting, target } from '../../helpers/targets.js'

export const silent: HttpFailure = { kind: 'no-answer', phase: 'first-byte', cause: 'timeout' }
export const closed: HttpFailure = { kind: 'no-answer', phase: 'first-byte', cause: 'closed' }
export const notHttp: HttpFailure = { kind: 'malformed', problem: 'not-http', got: 'SSH-2.0' }

export function answer(
  more: Omit<Partial<HttpResponse>, 'body'> & { body?: Partial<HttpResponse['body']> } = {},
) {
  const { body, ...rest } = more
  const response: HttpResponse = {
    kind: 'answered',
    status: 200,
    firstByteMs: 20,
    ...rest,
    body: { bytes: 2, boms: 0, utf8: 'valid', ...body },
  }
  return response
}

/** Named in the config unless it is `/`. */
export function path(answers: HttpAnswer[], more: Partial<PathFact> = {}): PathFact {
  const name = more.path ?? '/v1'
  const exchanges = answers.map((one, index) => ({
    url: `https://api.example.com${name}${'x'.repeat(index)}`,
    answer: one,
  }))
  return { path: name, configured: name !== '/', exchanges, ...more }
}

export function upgrade(
  given: Partial<UpgradeAnswer> | HttpFailure,
  more: Partial<UpgradeFact> = {},
): UpgradeFact {
  const name = more.path ?? '/socket'
  const good: UpgradeAnswer = {
    kind: 'answered',
    status: 101,
    firstByteMs: 20,
    accept: 'right',
    upgrade: 'websocket',
    connection: 'Upgrade',
    subprotocol: null,
    extensions: null,
  }
  const failed = given.kind === 'no-answer' || given.kind === 'malformed'
  return { path: name, configured: name !== '/', answer: failed ? given : { ...good, ...given }, ...more }
}

export const httpFact = (more: Partial<HttpFact> = {}): HttpFact => ({
  timeoutMs: 8000,
  connection: { kind: 'accepted', address: '93.184.216.34', version: 'TLSv1.3' },
  paths: [],
  upgrades: [],
  ...more,
})

export const withHttp = (http: HttpFact, more: Partial<TargetFacts> = {}): TargetFacts =>
  target([endpoint('93.184.216.34')], { http, ...more })

/** What one platform is told, without the level's and status's own words where they say nothing: `fail info declared`. */
export function told(rule: Rule, facts: TargetFacts, platform: PlatformId, setting: Setting = {}): string[] {
  return column(judgments(facts, { rules: [rule], ...setting }), rule.id, platform)
}

export const toldOfPaths = (
  rule: Rule,
  paths: PathFact[],
  platform: PlatformId,
  setting: Setting = {},
): string[] => told(rule, withHttp(httpFact({ paths })), platform, { listed: [], ...setting })
