/** Words about what changed between two reports, English. */
import type { Verdict } from '../../types.js'

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`

export const diff = {
  title: (before: string, after: string) => `changes from ${before} to ${after}`,
  overall: 'Overall',
  config: 'Config',
  nothing: 'Nothing changed.',
  verdict: {
    pass: 'ready',
    warn: 'ready, with warnings',
    fail: 'not ready',
    unknown: 'undetermined',
  } satisfies Record<Verdict, string>,
  notJudged: 'not judged',
  placesAdded: (places: string) => `seen from ${places} too`,
  placesRemoved: (places: string) => `no longer seen from ${places}`,
  from: (places: string) => `from ${places}`,
  verdictChange: (platforms: string, before: string, after: string) => `${platforms}: ${before} → ${after}`,
  change: {
    new: 'new',
    worse: 'worse',
    fixed: 'fixed',
    better: 'better',
    lowered: 'level lowered',
    undetermined: 'can no longer be determined',
    waived: 'waived now',
    'not-judged': 'no longer judged',
  },
  targets: (n: number) => count(n, 'domain'),
  added: (target: string) => `${target} was added`,
  removed: (target: string) => `${target} was removed`,
  platformsAdded: (platforms: string) => `judged for ${platforms} too`,
  platformsRemoved: (platforms: string) => `no longer judged for ${platforms}`,
  certificate: (before: string, after: string) => `certificate replaced: until ${before} → until ${after}`,
  key: { same: 'same key', changed: 'new key', unknown: 'key unknown' },
  issuer: (before: string, after: string) => `issuer: ${before} → ${after}`,
  subject: (before: string, after: string) => `subject: ${before} → ${after}`,
  alsoAdded: (subject: string, until: string) =>
    `also serves another certificate now: ${subject}, until ${until}`,
  alsoRemoved: (subject: string, until: string) =>
    `no longer serves another certificate: ${subject}, until ${until}`,
  chain: (before: string, after: string) => `intermediates sent: ${before} → ${after}`,
  sameNames: (subjects: string) => `intermediates sent: other certificates of the same names: ${subjects}`,
  none: 'none',
  lost: (names: string) => `names lost: ${names}`,
  gained: (names: string) => `names gained: ${names}`,
  lists: { ios: 'iOS', android: 'Android', chrome: 'Chromium', mozilla: 'Mozilla', windows: 'Windows' },
  phones: (list: string, before: string, after: string) => `trusted by ${list}: ${before} → ${after}`,
  span: {
    never: 'no version',
    all: 'every version',
    from: (since: string) => `from ${since} on`,
    to: (until: string) => `up to ${until}`,
    between: (since: string, until: string) => `${since} to ${until}`,
  },
  more: (n: number) => `and ${n} more`,
  exit: {
    0: 'Exit status 0: nothing got worse.',
    1: 'Exit status 1: something got worse.',
  },
  exitPartly: 'Exit status 0: nothing that was judged got worse.',
  inBoth: 'both reports',
  inEarlier: 'earlier report',
  inLater: 'later report',
  leftOut: {
    rulesOff: (n: number) => count(n, 'rule off', 'rules off'),
    levelsLowered: (n: number) => count(n, 'level lowered', 'levels lowered'),
    parametersChanged: (n: number) => count(n, 'rule with other parameters', 'rules with other parameters'),
    waived: (n: number) => `${n} waived`,
    undetermined: (n: number) => count(n, 'domain undetermined', 'domains undetermined'),
  },
  faults: {
    unreadable: (file: string, code: string) => `cannot read ${file}: ${code}`,
    'too-large': (file: string) => `${file}: larger than any report`,
    'not-utf8': (file: string) => `${file}: not UTF-8`,
    'not-json': (file: string) => `${file}: not JSON`,
    facts: (file: string) =>
      `${file}: not a report but saved facts: hefa judge FACTS.json --format json makes one`,
    'no-report': (file: string) => `${file}: not a report of "hefa check --format json"`,
    'schema-version': (file: string, version: string) =>
      `${file}: a report of schema version ${version}; this hefa reads version 1`,
    shape: (file: string, path: string, problem: string) =>
      `${file}: not a report of "hefa check --format json": ${path === '' ? '' : `${path}: `}${problem}`,
    stdinTwice: 'standard input (-) can be read once only',
    share: (file: string, share: string) =>
      `${file}: only share ${share} of a run: hefa merge joins them, and tells what is missing`,
  },
}
