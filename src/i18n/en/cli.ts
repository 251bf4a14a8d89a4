/** Sentences of the command line, English. */
import { files } from './cli-files.js'
import { fleet } from './fleet.js'
import { init } from './init.js'
import { merge } from './merge.js'
import { pull } from './pull.js'
import { scan } from './scan.js'
import { serve } from './serve.js'

const meant = (near: string | undefined) => (near === undefined ? '' : ` (did you mean ${near}?)`)

export const cli = {
  help: {
    about:
      'Tells a mini-program team, before release, whether every server domain their app talks to will work on every phone.',
    usage: 'Usage:',
    commands: 'Commands:',
    arguments: 'Arguments:',
    options: 'Options:',
    globalOptions: 'Everywhere:',
    groups: { report: 'Report:', judging: 'What is judged:', network: 'Network:', fleet: 'Places:' },
    help: 'show this help',
    helpCommand: 'show the help of a command',
    version: 'print the version',
    examples: 'Examples:',
    exit: [
      'Exit status:',
      '  0  every error-level requirement passed on every platform',
      '  1  at least one failed (--fail-on warning: at least one warning)',
      '  2  it could not run: unknown flag, invalid config, nothing to check',
      '  3  nothing failed, but something could not be determined',
    ].join('\n'),
    short: [
      'hefa checks the server domains of a mini program before its release.',
      '',
      '  hefa check [CONFIG]       audit every domain of a config',
      '  hefa audit DOMAIN...      audit domains without a config',
      '  hefa cert FULLCHAIN.pem   judge certificate files before they are deployed',
      '  hefa chain FILE|DOMAIN    the full chain a server should send',
      '  hefa scan DIR             the hosts a mini program calls, against the config',
      '  hefa rules [ID]           what is required, by whom, and why',
      '  hefa explain TEXT         what a pasted error means',
      '  hefa demo                 see it at work on this machine',
      '  hefa --help               everything else',
    ].join('\n'),
  },
  commands: {
    check: 'audit every domain of a config',
    audit: 'audit domains without a config',
    judge: 'judge facts saved with --save-facts; no network',
    cert: 'judge certificate files before they are deployed; no network',
    chain: 'print the full chain a server should send, as PEM',
    renewals: 'when each certificate must be renewed, soonest first',
    diff: 'what changed between two JSON reports',
    init: 'write a commented starter config',
    watch: 're-audit at intervals and report what changed',
    completion: 'completion script for bash, zsh, fish or PowerShell',
    rules: 'list every rule, or explain one',
    explain: 'the rules and probable causes behind a pasted error',
    demo: 'audit good and broken servers started on this machine',
  },
  args: {
    config:
      'config file, or - for standard input; without it hefa.config.json (or .jsonc, .yaml, .yml, .ts, .mts, .mjs, .js) or "hefa" in package.json',
    configFile:
      'config file; without it hefa.config.json (or .jsonc, .yaml, .yml, .ts, .mts, .mjs, .js) or "hefa" in package.json',
    domains:
      'https://HOST[:PORT], wss://HOST[:PORT], or a bare host, which counts as https; - alone: read from standard input',
    facts: 'files written by --save-facts, of several places or shares; - is standard input',
    before: 'a JSON report, or - for standard input',
    after: 'a later one',
    shell: 'bash, zsh, fish or powershell',
    rule: 'a rule id such as certificate/chain-complete, or the text of an error',
    error: 'what the phone, the developer tools or a server said, or - for standard input',
  },
  flags: {
    format: (names: string) => `${names}; may be repeated (default: pretty)`,
    output: 'write the format before it to FILE instead of standard output',
    failOn: 'what makes the exit status 1: error or warning (default: error)',
    allowUnknown: 'exit 0 when nothing failed but something is undetermined',
    saveFacts: 'keep what was observed, as JSON',
    baseline: 'findings recorded in FILE do not fail the run; new ones do',
    writeBaseline: 'record the findings of this run in FILE',
    all: 'csv: a row for every result and platform, passed ones too, not only for findings',
    clients: 'also send the hello of every simulated phone and print their table',
    clientsKept: 'also print the table of the simulated phones',
    platform: 'judge only these platforms or families, comma separated',
    at: 'judge as of this ISO 8601 instant (UTC without a time zone)',
    ca: 'trust the certificates in FILE (PEM or DER) as built in; may be repeated',
    resolve:
      'connect to ADDR[,ADDR] instead of asking DNS (HOST * is every other name); may be repeated, also for one host',
    dns: 'use this DNS server',
    proxy: 'go through this http:// proxy (default: HTTPS_PROXY; not to NO_PROXY)',
    vantage:
      'name the place this machine looks from, such as cn-telecom-shanghai; with --via: the places to ask, comma separated (default: all that are alive)',
    shard: 'audit only every N-th target, starting with the I-th',
    allowPrivate: 'send requests (HTTP, AIA, OCSP) to private addresses too, not only hellos',
    timeout: 'deadline of one connection (default: 8)',
    maxTime: 'stop the whole run after this time (90s, 10m) and report what is known',
    concurrency: 'connections in flight in all (default: 400)',
    perHost: 'connections in flight to one host (default: 16)',
    jobs: 'worker threads that share a long run (default: number of CPUs minus one, at most 4)',
    fetch: 'look for a missing intermediate where the certificate says (default)',
    fetchOff: 'look for a missing intermediate where the certificate says (default: no network)',
    noFetch: 'do not look for missing intermediates',
    revocation: 'ask OCSP and CRLs whether a certificate was revoked',
    config: 'the config file, like the argument',
    judgeConfig: 'judge by this config instead of the one saved with the facts',
    judgeAt: 'judge as of this ISO 8601 instant (default: when the facts were gathered)',
    every: 'interval between audits: 90s, 10m, 6h (default: 1h)',
    jitter: 'start each audit up to TIME later, at random, so that many do not start at once',
    keepNdjson: 'also write the report of each audit to FILE, one line per server',
    keepOpenmetrics: 'also write the report of each audit to FILE, for Prometheus',
    once: 'check once and exit, for cron: reports what changed since the last run',
    watchWithin:
      'report a certificate SPAN before it expires, and again at 14, 7, 3, 1 and 0 days (default: 30d)',
    state: 'file that keeps the state between audits and runs (default: .hefa-watch.json)',
    notify:
      'also notify a group robot or webhook: wecom, dingtalk, feishu, json; its address comes from the environment (HEFA_WECOM_URL, HEFA_DINGTALK_URL and _SECRET, HEFA_FEISHU_URL and _SECRET, HEFA_WEBHOOK_URL); may be repeated',
    exec: 'also run COMMAND in a shell; it reads the message as JSON',
    within: 'only what ends within SPAN (30d, 2w, 12h); exit 1 when something does',
    lang: 'en or zh: language of all text (default: from the locale)',
    quiet: 'no progress, notes or hints on standard error',
    verbose: 'show passed checks, raw evidence and stack traces too; notes in formats of alerts',
    noColor: 'no colour',
    noProgress: 'no progress display',
    noPlugins: "refuse a config's plugins, for untrusted configs (also HEFA_NO_PLUGINS=1)",
  },
  error: (message: string) => `hefa: ${message}`,
  fewFiles: 'too many open files (EMFILE): hefa needs at least 64 (ulimit -n)',
  noFolder: 'the working directory no longer exists',
  crash: (message: string) => `internal error: ${message} (--verbose shows where)`,
  unknownOption: (option: string, near?: string) => `unknown option ${option}${meant(near)}`,
  unknownCommand: (name: string, near?: string) => `unknown command ${name}${meant(near)}`,
  missingArgument: (name: string) => `missing argument ${name}`,
  missingValue: (option: string) => `option ${option} needs a value`,
  excessArguments: 'too many arguments',
  oneOf: (option: string, value: string, names: string, near?: string) =>
    `${option}: "${value}" is not one of ${names}${meant(near)}`,
  notPositive: (option: string, value: string) => `${option}: "${value}" is not a number above 0`,
  badDuration: (option: string, value: string) =>
    `${option}: "${value}" is not a duration such as 90, 90s or 10m`,
  manySilent: (silent: number, all: number) => `${silent} of ${all} servers did not answer in time`,
  maxTimeOver: (seen: number, all: number) => `--max-time is over: ${seen} of ${all} servers were checked`,
  badSpan: (option: string, value: string) =>
    `${option}: "${value}" is not a time span such as 30d, 2w or 12h`,
  notWhole: (option: string, value: string) => `${option}: "${value}" is not a whole number of 1 or more`,
  tooLarge: (option: string, value: string, most: number | string) =>
    `${option}: ${value} is more than ${most}`,
  badInstant: (value: string) =>
    `--at: "${value}" is not an ISO 8601 date or time such as 2026-12-31 or 2026-12-31T08:00:00Z`,
  badResolve: (value: string) =>
    `--resolve: "${value}" is not HOST:PORT:ADDR[,ADDR] (put an IPv6 address in brackets)`,
  badDns: (value: string) =>
    `--dns: "${value}" is not ADDR[:PORT] (put an IPv6 address with a port in brackets)`,
  badVantage: (value: string) =>
    `--vantage: "${value}" is not a name such as cn-telecom-shanghai (a to z, 0 to 9, . and -; at most 63)`,
  oneVantage: '--vantage takes one name here: this machine is one place',
  factsJoin: {
    'stdin-twice': 'only one of the files can be standard input',
    differs: (one: string, other: string, place: string) =>
      `${other} differs from ${one} at ${place}: ${place.startsWith('config') ? 'name the config to judge by with --config' : 'save them with the same flags'}`,
    twice: (one: string, other: string, target: string, vantage: string) =>
      `${one} and ${other} both hold what ${vantage} saw of ${target}${vantage === 'here' ? ': name the places with --vantage when saving' : ''}`,
    'no-servers': (file: string) => `${file} contains only certificate files or source: judge it separately`,
    'too-many-places': (most: number) => `more than ${most} places`,
    'too-large': (megabytes: number) => `the files are larger than ${megabytes} MB together`,
  },
  badShare: (option: string, value: string) =>
    `${option}: "${value}" is not I/N with I from 1 to N, such as 2/5`,
  badProxy: (option: string, fault: 'empty' | 'url' | 'scheme'): string =>
    `${option}: ${cli.proxyFaults[fault]}`,
  proxyFaults: {
    empty: 'empty',
    url: 'not http://[USER:PASSWORD@]HOST[:PORT] (special characters of a password are written %XX)',
    scheme: 'only http:// proxies that open tunnels (CONNECT) are supported',
  },
  proxyInUse: (proxy: string) => `going through the proxy ${proxy} that HTTPS_PROXY names`,
  stdinNames: {
    alone: '- reads names from standard input and cannot be combined with other names',
    none: 'standard input: no names',
    noBaseline: '--write-baseline: not with names from standard input, of which none is kept',
    noFacts: '--save-facts: not with names from standard input, of which none is kept',
    bad: (line: number, message: string) => `line ${line}: ${message}`,
    moreNotes: (n: number) => `${n} more lines that were shortened (--verbose lists them)`,
    moreBad: (n: number) => `${n} more lines with errors of their own (--verbose lists them)`,
    tooLong: (bytes: number) => `longer than ${bytes} bytes`,
    two: (text: string) => `"${text}": two addresses in one; put a space between`,
    note: (line: number, note: string) => `line ${line}: ${note}`,
  },
  badFacts: (file: string, why: string) => `${file}: not usable as facts saved with --save-facts: ${why}`,
  factsFaults: {
    unreadable: (code: string) => `cannot be read: ${code}`,
    'too-large': 'too large',
    'not-json': 'not JSON',
    'other-schema': (version: string) => `schemaVersion ${version} instead of 1`,
    shape: (place: string) => `wrong at ${place}`,
    config: (problem: string) => `wrong at config: ${problem}`,
  },
  factsPlugins: (names: string) =>
    `they were judged by plugins (${names}), and code a facts file names is never loaded: name the config with --config`,
  factsPlatforms: (names: string) => `--platform: the facts hold no domain list for all of ${names}`,
  emptyList: (option: string) => `${option}: empty`,
  outputFirst: '--output belongs after the --format it is for: --format json --output FILE',
  outputTwice: (file: string) => `--output: two reports would be written to ${file}`,
  outputIsState: (file: string) => `--state: the state and a report would be written to ${file}`,
  outputIsInput: (option: string, file: string) =>
    `${option}: ${file} is a file this run reads, and a report never replaces one: write to another file`,
  formatHasOutput: 'one --format has two --output',
  watchStdin: 'watch reads its config again each time: give a file, not -',
  twoConfigs: 'the config is given twice: as an argument and with --config',
  otherConfigs: (used: string, others: string) => `${used} counts; not read: ${others}`,
  baselineTwice: 'give either --baseline or --write-baseline',
  badBaseline: (file: string, place: string) =>
    `${file}: not a baseline written by --write-baseline (at ${place})`,
  baselineCut: (file: string) => `${file} was not written: the run was cut short`,
  wroteBaseline: (file: string, count: number) =>
    `wrote ${file}: ${count === 1 ? '1 known finding' : `${count} known findings`}`,
  unreadable: (option: string, file: string, code: string) => `${option}: cannot read ${file}: ${code}`,
  outputLost: (code: string) => `standard output cannot be written: ${code}; what was written is incomplete`,
  noStdout: (option: string) => `${option}: give a file; only reports go to standard output (-)`,
  unwritable: (option: string, file: string, code: string) => `${option}: cannot write ${file}: ${code}`,
  noCertificate: (file: string) => `--ca: ${file} holds no certificate in PEM or DER`,
  badCertificate: (file: string, at: number) => `--ca: certificate ${at} in ${file} cannot be read`,
  stdinUnreadable: (reason: string) => `standard input: ${reason}`,
  stdinTooLarge: 'larger than a config may be',
  stdinNotUtf8: 'not UTF-8',
  unknownRule: (id: string, near?: string) => `unknown rule ${id}${meant(near)}; hefa rules lists them all`,
  note: (text: string) => `note: ${text}`,
  wrote: (file: string) => `wrote ${file}`,
  progress: (done: number, total: number, host: string) => `${done}/${total} ${host}`,
  starting: 'looking up and connecting',
  files,
  fleet,
  init,
  merge,
  pull,
  scan,
  serve,
  demo: {
    intro: (count: number) => `hefa demo: ${count} TLS servers on this machine, good and bad`,
    ended: (status: number) => `demo: the same audit by "hefa check" would exit with status ${status}`,
  },
}
