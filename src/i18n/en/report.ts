/** Sentences of the reports, English. */
import type { Level, Verdict } from '../../types.js'

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`

export const report = {
  listSeparator: ', ',
  clauseSeparator: '; ',
  pause: ', ',
  aside: (text: string) => ` (${text})`,
  colon: ': ',
  quoted: (text: string) => `“${text}”`,
  domains: (n: number) => count(n, 'domain'),
  seconds: (n: number) => `${n} s`,
  listsReadOn: (day: string) => `roots ${day}`,
  asOf: (instant: string) => `as of ${instant}`,

  /** What a verdict is about. */
  scope: {
    headline: {
      servers: {
        pass: 'Fit for release',
        warn: 'Fit for release, with warnings',
        fail: 'Not fit for release',
        unknown: 'Could not determine whether this is fit for release',
      },
      source: {
        pass: 'The source calls what the lists allow',
        warn: 'The source calls what the lists allow, with warnings',
        fail: 'The source is not fit for release',
        unknown: 'Could not determine whether the source matches the lists',
      },
      files: {
        pass: 'The certificate file is in order',
        warn: 'The certificate file is in order, with warnings',
        fail: 'The certificate file is not in order',
        unknown: 'Could not determine whether the certificate file is in order',
      },
      lists: {
        pass: 'The lists are in order',
        warn: 'The lists are in order, with warnings',
        fail: 'The lists are not fit for release',
        unknown: 'Could not determine whether this is fit for release',
      },
      nothing: {
        pass: 'This share is empty; no server was checked',
        warn: 'This share is empty; no server was checked; the lists have warnings',
        fail: 'This share is empty; no server was checked; the lists are not fit for release',
        unknown: 'This share is empty; no server was checked; the lists could not be judged',
      },
    } satisfies Record<string, Record<Verdict, string>>,
    verdict: {
      other: { pass: 'no fault found', warn: 'warnings', fail: 'not ready', unknown: 'undetermined' },
      nothing: { pass: 'not looked at', warn: 'warnings', fail: 'not ready', unknown: 'undetermined' },
    } satisfies Record<string, Record<Verdict, string>>,
    notCompared: 'The source was compared with no list',
    madeFromSource: 'the lists were made from this source',
    noServer: 'no server was checked',
    gathered: (instant: string) => `judged from facts of ${instant}`,
    shard: (index: number, of: number) => `share ${index} of ${of} of the domains`,
    places: (names: string) => `seen from ${names}`,
    placeMissed: (name: string, missed: number, all: number) =>
      `${name}${missed === all ? ' (did not look)' : ` (did not look at ${missed} of ${all})`}`,
    rulesOff: (n: number) => count(n, 'rule off', 'rules off'),
    levelsLowered: (n: number) => count(n, 'level lowered', 'levels lowered'),
    parametersChanged: (n: number) => count(n, 'rule with other parameters', 'rules with other parameters'),
    waived: (n: number) => `${n} waived`,
    notKnown: (platforms: string) => `not everything is known of ${platforms}`,
    asFarAsKnown: (word: string) => `${word}, as far as is known`,
    notListed: (n: number) =>
      `${count(n, 'more finding', 'more findings')} about entries ${n === 1 ? 'counts' : 'count'} and ${n === 1 ? 'is' : 'are'} not listed`,
    os: { ios: 'iOS', android: 'Android' },
    narrowed: {
      'not-judged': (os: string, before: string) => `${os} before ${before} not judged`,
      warning: (os: string, before: string) => `${os} before ${before} for warnings only`,
    },
    title: 'Not judged in full',
    exitPartly: 'Exit status 0: nothing that was judged failed.',
    exitNothing: 'Exit status 0: there was nothing to look at.',
  },
  verdict: {
    pass: 'ready',
    warn: 'ready, with warnings',
    fail: 'not ready',
    unknown: 'undetermined',
  } satisfies Record<Verdict, string>,
  errors: (n: number) => count(n, 'error'),
  warnings: (n: number) => count(n, 'warning'),
  unknowns: (n: number) => `${n} undetermined`,
  passes: (n: number) => `${n} passed`,

  sections: {
    errors: 'Errors',
    unknown: 'Could not be determined',
    warnings: 'Warnings',
    notes: 'Notes',
    waived: 'Waived',
    domains: 'Domains',
  },
  level: { error: 'error', warning: 'warning', info: 'note' } satisfies Record<Level, string>,
  unknownLevel: 'undetermined',
  on: (level: string, platforms: string) => `${level} on ${platforms}`,
  everyPlatform: 'every platform',
  wholeConfig: 'the config as a whole',
  more: (n: number) => `… and ${n} more`,
  also: (hosts: string) => `also ${hosts}`,
  alsoMany: (n: number) => `also ${count(n, 'more domain')}`,
  onlyAt: (addresses: string) => `only at ${addresses}`,
  onlyFor: (clients: string) => `only for ${clients}`,
  at: (places: string) => `at ${places}`,

  fix: 'fix',
  fixFor: (host: string) => `for ${host}:`,
  requirement: 'source',
  edition: (edition: string) => `edition ${edition}`,
  readOn: (day: string) => `read ${day}`,
  /** How a requirement relates to its source if no sentence says it outright. */
  basis: {
    inferred: 'follows from',
    observed: 'seen in the client',
    advised: 'required by no platform, advised by',
  },
  known: (n: number) => `${count(n, 'finding')} of the baseline (--verbose lists them)`,
  evidence: 'data',

  notObserved: (checks: number) => `${count(checks, 'check')} could not be made`,
  silence: (address: string, phase: string, cause: string) =>
    `No answer${address ? ` from ${address}` : ''}${phase ? ` ${phase}` : ''}${cause ? ` (${cause})` : ''}.`,
  phases: {
    dns: 'to the DNS query',
    connect: 'to the connection attempt',
    hello: 'to the ClientHello',
    handshake: 'during the handshake',
  } as Record<string, string>,
  silenceCauses: { timeout: 'timed out' } as Record<string, string>,
  notJudged: (rooms: string) => `not judged: ${rooms}`,
  followed: (n: number, rooms: string) =>
    `and ${count(n, 'check')} that ${n === 1 ? 'depends' : 'depend'} on it: ${rooms}`,

  /** What to do first; `n` is 0 for what is wrong with the lists. */
  nextStep: 'Next',
  next: {
    error: (n: number, platforms: string) =>
      `${n === 0 ? 'the domain lists fail' : n === 1 ? '1 domain fails' : `${n} domains fail`} on ${platforms}`,
    unknown: (n: number, platforms: string) =>
      `${n === 0 ? 'the domain lists are' : n === 1 ? '1 domain is' : `${n} domains are`} undetermined on ${platforms}`,
    warning: (n: number, platforms: string) =>
      `${n === 0 ? 'the domain lists have' : n === 1 ? '1 domain has' : `${n} domains have`} a warning on ${platforms}`,
  },
  waivedUntil: (until: string) => `until ${until}`,
  certificateUntil: (date: string, days: number) => {
    return days < 0 ? `cert expired ${date}` : `cert ${count(days, 'day')} left`
  },
  certificateLine: (subject: string, issuer: string, date: string) =>
    `certificate: ${subject}, issued by ${issuer}, until ${date}`,
  neverProbed: 'not probed',
  restPassed: (n: number) => `${count(n, 'more domain')} passed every check`,
  allPassed: (n: number) => `${count(n, 'domain')} passed every check`,
  firstToExpire: (host: string, days: number) =>
    `first certificate to expire: ${host}, ${count(days, 'day')} left`,

  passedRules: 'passed',

  exit: (status: 0 | 1 | 3, verdict: Verdict): string => {
    if (status === 1) return 'Exit status 1: at least one requirement failed.'
    if (status === 3) return 'Exit status 3: nothing failed, but a requirement could not be determined.'
    if (verdict === 'unknown')
      return 'Exit status 0: nothing failed; what could not be determined was allowed.'
    if (verdict === 'warn') return 'Exit status 0: no error was found; warnings do not fail a run.'
    return 'Exit status 0: every requirement passed.'
  },

  explain: {
    said: (clients: string, text: string) => `${clients}: “${text}”`,
    causes: 'Probable causes, the most frequent first:',
    prove: 'To find out which:',
    related: 'No client is known to say this. Rules about similar things:',
    nothing:
      'No client is known to say this, and no rule is about it. Paste the whole message, with its numbers; hefa rules lists every rule.',
    more: (id: string) => `hefa rules ${id} says more about the first`,
  },
  rules: {
    rule: 'rule',
    demands: 'requires',
    legend: (systems: readonly string[]) =>
      `E error, W warning, i note, - not required; per family: ${systems.join(', ')}`,
    more: 'hefa rules ID explains one rule, for every platform',
    howToFix: 'how to fix it',
    why: 'why',
    levels: 'levels',
    parameters: 'parameters',
    reasons: 'findings',
    subject: 'judges',
    source: 'source',
    notDemanded: 'not required',
    unknown: 'what leaves it undetermined',
    subjects: {
      list: 'a whole domain list',
      entry: 'one entry of a domain list',
      target: 'a domain with all its addresses',
      endpoint: 'one address of a domain',
      chain: 'one certificate chain',
      url: 'a URL that the source calls',
      call: 'a call of a network API',
      method: 'a method a call sets',
      header: 'a header a call sets',
      setting: 'a setting of the project',
      resource: 'a host in a page’s markup',
      secret: 'a secret in the source',
      listing: 'an entry of a domain list, compared with the source',
      http: 'what a domain answers over HTTP or WebSocket',
      mention: 'a URL that appears in the source',
      client: 'a request library',
      gap: 'what was chosen for the run',
      directive: 'a setting of the config',
    } as Record<string, string>,
  },
}
