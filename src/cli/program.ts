/** The program: its commands, its help, and its errors for an invalid command line. */
import { Command, CommanderError, type Help } from 'commander'
import type { CliWords } from '../i18n/cli.js'
import { displayWidth, wrap } from '../report/width.js'
import { colorWanted } from './color.js'
import { addAudit } from './commands/audit.js'
import { addCert } from './commands/cert.js'
import { addChain } from './commands/chain.js'
import { addCheck } from './commands/check.js'
import { addCompletion } from './commands/completion.js'
import { addDemo } from './commands/demo.js'
import { addDiff } from './commands/diff.js'
import { addExplain } from './commands/explain.js'
import { addInit } from './commands/init.js'
import { addJudge } from './commands/judge.js'
import { addMerge } from './commands/merge.js'
import { addPull } from './commands/pull.js'
import { addRenewals } from './commands/renewals.js'
import { addRules } from './commands/rules.js'
import { addScan } from './commands/scan.js'
import { addServe } from './commands/serve.js'
import { addWatch } from './commands/watch.js'
import { addWorker } from './commands/worker.js'
import { addCommonFlags } from './flags.js'
import type { Io } from './io.js'
import { languageOf } from './language.js'
import type { Session } from './session.js'
import { UsageError } from './usage-error.js'

const HELP_WIDTH = 80

const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  '': [
    'hefa check',
    'hefa audit api.example.com',
    'hefa check --format pretty --format json --output hefa.json',
  ],
  check: [
    'hefa check',
    'hefa check hefa.config.json --platform wechat --fail-on warning',
    'hefa check --format pretty --format json --output hefa.json',
    'hefa check --resolve api.example.com:443:203.0.113.7 --at 2026-12-31',
    'hefa check - < hefa.config.json',
    'hefa check --scan . --format pretty --format sarif --output hefa.sarif',
    'hefa check --via rediss://queue.example.com --vantage cn-shanghai,de-frankfurt',
  ],
  audit: [
    'hefa audit api.example.com wss://ws.example.com:8443',
    'hefa audit staging.example.com --ca company-root.pem --dns 10.0.0.53',
    'hefa audit - --via rediss://queue.example.com --format ndjson < names.txt',
  ],
  cert: [
    'hefa cert fullchain.pem --domain api.example.com --key privkey.pem',
    'hefa cert bundle.pfx --password-file pass.txt --domain a.example.com b.example.com',
  ],
  chain: ['hefa chain cert.pem > fullchain.pem', 'hefa chain api.example.com --output fullchain.pem'],
  scan: [
    'hefa scan .',
    'hefa scan miniprogram --config hefa.config.json --platform wechat',
    'hefa scan . --write-config > hefa.config.jsonc',
  ],
  renewals: [
    'hefa renewals',
    'hefa renewals --within 30d',
    'hefa renewals --format ics --output renewals.ics',
    'hefa renewals --via rediss://queue.example.com --within 30d',
  ],
  serve: [
    'hefa serve',
    'HEFA_SERVE_TOKEN=... hefa serve --listen 0.0.0.0:9876 --allow-host hefa.example.com',
  ],
  worker: [
    'hefa worker --queue redis://127.0.0.1 --vantage de-frankfurt',
    'HEFA_QUEUE=rediss://:PASSWORD@queue.example.com hefa worker --vantage cn-1',
  ],
  watch: [
    'hefa watch --every 1h --notify wecom',
    "hefa watch --every 6h --exec 'mail -s hefa ops@example.com'",
    'hefa watch --once --state /var/lib/hefa/watch.json',
    'hefa watch --via rediss://queue.example.com --every 6h --jitter 10m --notify wecom',
  ],
  diff: ['hefa diff before.json after.json', 'hefa diff before.json after.json --format markdown'],
  init: [
    'hefa init',
    'hefa init --domain https://api.example.com --yes',
    'hefa init --from domains.json --output hefa.config.yaml',
  ],
  pull: ['HEFA_ACCESS_TOKEN=... hefa pull', 'hefa pull --check', 'hefa pull --via getwxadevinfo'],
  judge: [
    'hefa check --save-facts facts.json; hefa judge facts.json --at 2027-03-01',
    'hefa judge facts.json --config stricter.config.json --format html --output report.html',
    'hefa check --vantage hk --save-facts hk.json; hefa judge hk.json shanghai.json',
  ],
  merge: [
    'hefa check --shard "$I/4" --format json --output "share-$I.json"',
    'hefa merge share-*.json --format pretty --format html --output report.html',
  ],
  completion: [
    'source <(hefa completion bash)',
    'hefa completion fish > ~/.config/fish/completions/hefa.fish',
    'hefa completion powershell >> $PROFILE',
  ],
  rules: ['hefa rules', 'hefa rules certificate/chain-complete', 'hefa rules --format markdown'],
  explain: [
    "hefa explain 'request:fail -202:net::ERR_CERT_AUTHORITY_INVALID'",
    'hefa explain ssl hand shake error',
    'pbpaste | hefa explain -',
  ],
  demo: ['hefa demo', 'hefa demo --lang zh', 'hefa demo --format json'],
}

export async function runProgram(argv: readonly string[], io: Io, words: CliWords): Promise<number> {
  let status = 0
  const session: Session = {
    ...{ io, words, argv, language: languageOf(argv, io.env) },
    noPlugins: pluginsRefused(argv, io.env),
  }
  const told: Promise<void>[] = []
  const program = buildProgram(
    session,
    (answered) => {
      status = answered
    },
    told,
  )
  if (argv.length === 0) {
    io.tell(words.help.short)
    return 2
  }
  try {
    await program.parseAsync(asPasted(helpOf(argv, program)), { from: 'user' })
    return status
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    // Help has been printed: commander doesn't wait for it.
    await Promise.all(told)
    // `hefa help` ends with whatever status the process has at that moment.
    if (error.exitCode === 0 || error.code === 'commander.help') return 0
    throw new UsageError(usageText(error, words))
  }
}

/** Of a command that does not exist, the program's own help would be shown. */
function helpOf(argv: readonly string[], program: Command): readonly string[] {
  const [first = '', asked = '-'] = argv
  if (first === 'help' && !asked.startsWith('-')) return helpOf([asked, '--help', ...argv.slice(2)], program)
  const isKnown = program.commands.some((one) => [one.name(), ...one.aliases()].includes(first))
  return isKnown || first.startsWith('-') || first === 'help' ? argv : [first]
}

function pluginsRefused(argv: readonly string[], env: Io['env']): boolean {
  const { HEFA_NO_PLUGINS: refused = '' } = env
  return argv.includes('--no-plugins') || !['', '0', 'false'].includes(refused)
}

type Add = (program: Command, session: Session, done: (status: number) => void) => void

/** In the order of the help. */
const COMMANDS: Readonly<Record<string, Add>> = {
  check: addCheck,
  audit: addAudit,
  cert: addCert,
  chain: addChain,
  scan: addScan,
  judge: addJudge,
  renewals: addRenewals,
  watch: addWatch,
  serve: addServe,
  worker: addWorker,
  diff: addDiff,
  merge: addMerge,
  init: addInit,
  pull: addPull,
  completion: addCompletion,
  rules: addRules,
  explain: addExplain,
  demo: addDemo,
}

/** Only the one that is asked for: describing every flag takes longer than reading a config. Completion describes all. */
function addersFor([asked = '']: readonly string[]): readonly Add[] {
  const add = Object.hasOwn(COMMANDS, asked) ? COMMANDS[asked] : undefined
  return add && add !== addCompletion ? [add] : Object.values(COMMANDS)
}

function buildProgram(session: Session, done: (status: number) => void, told: Promise<void>[]): Command {
  const { io, words } = session
  const { help } = words
  const program = new Command('hefa')
  program
    .description(help.about)
    .configureOutput({
      writeOut: (text) => {
        told.push(io.print(text))
      },
      writeErr: (text) => void io.tell(text.trimEnd()),
      outputError: () => {},
      getOutHasColors: () => colorWanted(undefined, io.env, io.stdout.tty),
      stripColor: (text) => text,
    })
    .configureHelp(helpStyle(words))
    .exitOverride()
    .helpOption('-h, --help', help.help)
    .helpCommand('help [COMMAND]', help.helpCommand)
    .option('-V, --version', help.version)
  addCommonFlags(program, words)
  for (const add of addersFor(session.argv)) add(program, session, done)
  for (const command of [program, ...program.commands]) {
    command.addHelpText('after', () => afterHelp(command === program ? '' : command.name(), words))
  }
  return program
}

function subcommandTerm(command: Command): string {
  const args = command.registeredArguments.map((argument) => {
    const name = argument.name() + (argument.variadic ? '...' : '')
    return argument.required ? name : `[${name}]`
  })
  return [command.name(), ...args].join(' ')
}

function helpStyle({ help }: CliWords): Partial<Help> {
  const titles: Record<string, string> = {
    'Usage:': help.usage,
    'Commands:': help.commands,
    'Arguments:': help.arguments,
    'Options:': help.options,
    'Global Options:': help.globalOptions,
  }
  return {
    helpWidth: HELP_WIDTH,
    showGlobalOptions: true,
    displayWidth,
    styleTitle: (title) => titles[title] ?? title,
    // Flag names are aligned, with or without a short form.
    optionTerm: ({ short, flags }) => (short ? flags : `    ${flags}`),
    boxWrap: (text, width) => wrap(text, width).join('\n'),
    subcommandTerm,
  }
}

/** Commands that judge no servers. */
const OTHER_EXITS = new Set([
  'pull',
  'serve',
  'worker',
  'rules',
  'explain',
  'demo',
  'diff',
  'init',
  'completion',
])

function afterHelp(name: string, { help }: CliWords): string {
  const examples = (EXAMPLES[name] ?? []).map((line) => `  ${line}`)
  const parts = [[help.examples, ...examples].join('\n')]
  return `\n${[...parts, ...(OTHER_EXITS.has(name) ? [] : [help.exit])].join('\n\n')}`
}

/** Commander's error in our words: it quotes the argument, and what was probably meant. */
function usageText({ code, message }: CommanderError, words: CliWords): string {
  const quoted = /'([^']*)'/.exec(message)?.[1] ?? ''
  const near = /\(Did you mean (?:one of )?(.*)\?\)/.exec(message)?.[1]
  const option = /--[\w-]+/.exec(quoted)?.[0] ?? quoted
  const texts: Record<string, string> = {
    'commander.unknownOption': words.unknownOption(option, near),
    'commander.unknownCommand': words.unknownCommand(quoted, near),
    'commander.missingArgument': words.missingArgument(quoted),
    'commander.optionMissingArgument': words.missingValue(option),
    'commander.excessArguments': words.excessArguments,
  }
  return texts[code] ?? message.replace(/^error: /, '')
}

/**
 * Error messages may begin with a number: `-202:net::ERR_…` isn't an option where an error is expected, and no option
 * here is a digit.
 */
function asPasted(argv: readonly string[]): string[] {
  const asks = argv.some((word) => word === 'explain' || word === 'rules')
  return argv.map((word) => (asks && /^-\d/.test(word) ? ` ${word}` : word))
}
