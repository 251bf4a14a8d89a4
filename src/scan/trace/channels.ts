/** What events and messages carry from one place of a mini program to another. */
import { fold } from '../evaluate/folding.js'
import type { Program } from '../evaluate/program.js'
import { channelOf } from '../frameworks/channels.js'
import type { CallExpr } from '../ir/types.js'
import { addSite } from './entered.js'

/** Of so many none is followed. */
const MOST = 500
const STEPS = 200

/** Remembers a call that hears or tells. */
export function notePassing({ passing }: Program, path: string, call: CallExpr): void {
  if (channelOf(path) && passing.length < MOST && !passing.some((one) => one.call === call))
    passing.push({ path, call })
}

/** Whoever hears of an event is called with what it is told with. */
export function connect(program: Program): void {
  if (program.passing.length >= MOST) return
  for (const heard of program.passing) {
    const channel = channelOf(heard.path)
    if (!channel?.hears.includes(heard.path)) continue
    const { isNamed } = channel
    const told = program.passing.filter(
      ({ path, call }) => channel.tells.includes(path) && (!isNamed || isSame(program, call, heard.call)),
    )
    const handler = heard.call.args[isNamed ? 1 : 0]
    if (!handler || told.length === 0) continue
    program.steps = STEPS
    for (const value of fold(program, handler, null))
      if (value.k === 'function')
        for (const { call } of told) addSite(program, value.fn, call, call.args.slice(isNamed ? 1 : 0))
  }
}

/** May both be about the same event? A name that isn't known may be any. */
function isSame(program: Program, one: CallExpr, other: CallExpr): boolean {
  const [names, others] = [namesOf(program, one), namesOf(program, other)]
  return names === null || others === null || names.some((name) => others.includes(name))
}

function namesOf(program: Program, { args: [name] }: CallExpr): string[] | null {
  program.steps = STEPS
  const values = name ? fold(program, name, null) : []
  const texts = values.flatMap((value) => (value.k === 'text' && !value.hole ? value.text : []))
  return texts.length === values.length && texts.length > 0 ? texts : null
}
