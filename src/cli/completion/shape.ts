/**
 * The program as a shell sees it: commands, flags and their values. Taken from commander, so that nothing is written
 * twice.
 */
import type { Argument, Command, Option } from 'commander'
import type { Completions } from '../values.js'

export type Value =
  /** `several`: comma-separated. */
  | { kind: 'choices'; choices: readonly string[]; several: boolean }
  | { kind: 'file' }
  | { kind: 'folder' }
  /** Anything; nothing to complete. */
  | { kind: 'text' }

export interface Flag {
  /** `--format`. */
  name: string
  /** `-f`, if it has a short form. */
  short: string | null
  /** Null for a switch. */
  value: Value | null
  /** `FILE`, `NAME`; empty for a switch. */
  metavar: string
  summary: string
}

export interface Verb {
  name: string
  summary: string
  flags: Flag[]
  /** Null for a command without arguments. */
  argument: Value | null
}

export interface Shape {
  /** Flags allowed before and after the command. */
  common: Flag[]
  verbs: Verb[]
}

/** @param known choices of arguments, by their name in the help */
export function shapeOf(program: Command, known: Readonly<Record<string, readonly string[]>>): Shape {
  const help = program.createHelp()
  const commands = help.visibleCommands(program)
  const names = commands.map((command) => command.name())
  const flagsOf = (command: Command) => help.visibleOptions(command).map(flagOf)
  const common = flagsOf(program)
  return {
    common,
    verbs: commands.map((command) => ({
      name: command.name(),
      summary: command.description(),
      flags: flagsOf(command).filter(({ name }) => !common.some((flag) => flag.name === name)),
      argument: argumentOf(command.registeredArguments, { COMMAND: names, ...known }),
    })),
  }
}

function flagOf({ long, short, flags, required, optional, description, parseArg }: Option): Flag {
  const metavar = /[<[]([^>\]]+?)(?:\.\.\.)?[>\]]/.exec(flags)?.[1] ?? ''
  return {
    name: long ?? short ?? flags,
    short: long && short ? short : null,
    metavar,
    summary: description,
    value: required || optional ? valueFor(metavar, parseArg as Completions | undefined) : null,
  }
}

function valueFor(metavar: string, { choices, several }: Completions = {}): Value {
  if (choices) return { kind: 'choices', choices, several: several ?? false }
  if (/\bDIR\b/.test(metavar)) return { kind: 'folder' }
  return /FILE|CONFIG|\.(?:pem|json)/.test(metavar) ? { kind: 'file' } : { kind: 'text' }
}

function argumentOf(
  registered: readonly Argument[],
  known: Readonly<Record<string, readonly string[]>>,
): Value | null {
  const [first] = registered
  if (!first) return null
  const choices = known[first.name()]
  return choices ? valueFor('', { choices }) : valueFor(first.name())
}
