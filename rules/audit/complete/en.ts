import type { NotLooked } from '../../../src/facts/index.js'
import type { RuleText } from '../../../src/i18n/types.js'
import { familyName } from '../../../src/platforms/index.js'
import { more } from '../words/en.js'
import type rule from './rule.js'

const or = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`

const WHY_NOT: Record<NotLooked, string> = {
  'timed-out': 'no answer came in the time it was given',
  'no-worker': 'no worker of that place was there',
  inside: 'its workers refuse private addresses',
  'worker-lost': 'its worker was gone before it answered, more than once',
  'worker-failed': 'its worker sent back something other than facts',
  'thread-lost': 'the thread that looked ended before it answered',
  'cut-off': 'the run ended before',
  missing: 'the saved facts hold nothing from there',
}

const START = (vantage: string) => `Start a worker there: hefa worker --vantage ${vantage}`
const LOOK_AGAIN: Record<NotLooked, (vantage: string) => string> = {
  'timed-out': () => 'Give it longer (--wait), or start more workers there.',
  'no-worker': START,
  inside: (vantage) => `If ${vantage} is meant to look there: hefa worker --allow-private.`,
  'worker-lost': (vantage) => `Look at what the worker in ${vantage} says on standard error, then run again.`,
  'worker-failed': (vantage) => `Bring the worker in ${vantage} to the same version of hefa, then run again.`,
  'thread-lost': () => 'Run again, with --jobs 1; if it happens again, report it.',
  'cut-off': () => 'Run again, with more time.',
  missing: (vantage) => `Audit from ${vantage} again, and leave saved facts as they were written.`,
}

const OS_NAMES = { ios: 'iOS', android: 'Android' }

export default {
  title: 'Everything that was selected was checked',
  why: 'What was not checked may be broken: a platform without a list, an address that was never asked, a project without a list to compare with. None of it passes.',
  pass: () => 'nothing was left out',
  unknown: {
    'no-list': 'a chosen platform has no domain list',
    'not-read-for': 'the source was scanned for other platforms',
    'not-compared': 'source was scanned and there is no list to compare it with',
    'no-source': 'the scanned folder holds no source that is read',
    'no-result': 'an entry has no result',
    'not-probed': 'the lists of a platform hold only udp and tcp domains, which are not probed',
    'no-rule': 'every rule is off for a chosen platform',
    untold: 'checks were left to rules that are switched off or lowered',
    'addresses-left': 'the name has more addresses than were asked',
    'facts-missing':
      'the facts lack a part that every probe leaves: they were cut or edited, or not everything was asked',
    'shares-missing': 'the report of a share is not among those that were merged',
    'results-missing': 'a merged report lacks results of a target: it was cut or edited',
    'not-looked': 'a place that was to look at the target did not',
    'no-such-os': 'the oldest version to be judged is newer than every version that is known',
  },
  reasons: {
    'no-list': {
      message: ({ family }) => `${family} is selected, but it has no domain list: nothing was checked.`,
      fix: ({ family }) =>
        `Give its domains under "domains", or under "${family}": { "domains": ... }; or leave ${family} out of "platforms".`,
    },
    'not-read-for': {
      message: ({ family, folder }) =>
        `The source in ${folder} was read for other platforms: code that is for ${familyName(family, 'en')} alone was left out.`,
      fix: ({ family }) => `Scan it again with --platform ${family}.`,
    },
    'not-compared': {
      message: ({ folder }) =>
        `The hosts called in ${folder} were compared with no list: whether the platform lets the calls through is not known.`,
      fix: () =>
        "Name a config that holds the lists of the platform's console: --config FILE. hefa init writes one.",
    },
    'no-source': {
      message: ({ folder }) => `No source was read in ${folder}: there was nothing to compare.`,
      fix: () => 'Name the folder of the mini program; hefa scan --help lists the kinds that are read.',
    },
    'no-result': {
      message: ({ entries, count }) => `Nothing was judged of ${more(entries, count)}.`,
      fix: () => 'Switch on the rules that judge it, or remove the entry from the list.',
    },
    'not-probed': {
      message: ({ entries, count }) =>
        `Only udp and tcp domains are listed (${more(entries, count)}), and those are not probed: whether a server answers there is not known.`,
      fix: () => 'Try them on a phone; --allow-unknown accepts what could not be checked.',
    },
    'no-rule': {
      message: () => 'Every rule of this platform is switched off: nothing was judged.',
      fix: () => 'Switch rules on again under "rules", or leave the platform out.',
    },
    untold: {
      message: ({ rules, count }, { subject }) =>
        `${count} check${count === 1 ? '' : 's'} of ${subject} could not be carried out: what prevents them is for ${or(rules)} to report, and such a rule is switched off or lowered.`,
      fix: () =>
        'Restore the setting of that rule; to accept the fault for a while, waive it for this host with a reason and an end date.',
    },
    'addresses-left': {
      message: ({ tried, known, left }, { subject }) =>
        `${subject} has ${known} addresses; ${tried} of ${known} were checked, but not ${more(left, known - tried)}.`,
      fix: () => 'Check the others in further runs: --resolve HOST:PORT:ADDR[,ADDR]',
    },
    'facts-missing': {
      message: ({ lacking, count }, { subject }) =>
        `The facts of ${subject} are not whole: there is no ${more(lacking, count)}. What it would have shown is not known.`,
      fix: () => 'Audit the domain again, and do not edit saved facts.',
    },
    'shares-missing': {
      message: ({ shares, count, targets }) =>
        `The report of share ${more(shares, count)} is missing: ${targets} target${targets === 1 ? ' was' : 's were'} not checked.`,
      fix: ({ shares }) => `Run the missing share again (--shard ${shares[0]}), then merge all reports.`,
    },
    'results-missing': {
      message: ({ rules, count }) =>
        count === 0
          ? 'The report holds no result for this target.'
          : `The report holds no result of ${more(rules, count)} for this target.`,
      fix: () => 'Run the share again, and do not edit its report.',
    },
    'not-looked': {
      message: ({ vantage, why }, { subject }) =>
        `${subject} was not looked at from ${vantage}: ${WHY_NOT[why]}.`,
      fix: ({ vantage, why }) => LOOK_AGAIN[why](vantage),
    },
    'old-lists': {
      message: ({ readOn, days }) =>
        `The root lists of this version were read on ${readOn}, ${days} days ago: roots that phones gained or lost since are not known.`,
      fix: () => 'Update hefa.',
    },
    'outdated-lists': {
      message: ({ readOn, days }) =>
        `The root lists of this version were read on ${readOn}, ${days} days ago: too old to judge today’s phones.`,
      fix: () => 'Update hefa.',
    },
    'no-such-os': {
      message: ({ os, version, newest }) =>
        `Nothing is known of ${OS_NAMES[os]} ${version}, the oldest that is to be judged: the newest known is ${newest}.`,
      fix: ({ os }) => `Write the oldest version your users have as "${os}" of "supportedOs".`,
    },
  },
} satisfies RuleText<typeof rule>
