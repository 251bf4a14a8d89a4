/** What keeps it from being released, worst first: each cause with all it is about, each silent host once. */
import type { PlatformId } from '../../types.js'
import type { Causes, Silence } from '../causes.js'
import { causeBlock, isBrief } from './blocks.js'
import { BLANK, heading, type Item, type Tone } from './items.js'
import type { Look } from './look.js'
import { silenceBlock } from './silence.js'

export function problemBlocks(
  { causes, silences }: Causes,
  platforms: readonly PlatformId[],
  look: Look,
): Item[][] {
  const { sections } = look.words
  const full = causes.filter((cause) => !isBrief(cause))
  const told = (one: (typeof full)[number]) => causeBlock(one, platforms, look)
  const failing = (level: string) =>
    full.filter((one) => one.status === 'fail' && one.level === level).map(told)
  const open = [
    ...fixedOnce(silences.filter(({ level }) => level === 'error')).map((one) =>
      silenceBlock(one, platforms, look),
    ),
    ...full.filter(({ status }) => status === 'unknown').map(told),
  ]
  return [
    ...section(sections.errors, 'error', failing('error')),
    ...section(sections.unknown, 'unknown', open),
    ...section(sections.warnings, 'warning', failing('warning')),
  ]
}

/** How to fix it is reported at the first host alone. */
const fixedOnce = (silences: readonly Silence[]): Silence[] =>
  silences.map((one, at) =>
    silences.slice(0, at).some(({ fix }) => fix === one.fix) ? { ...one, fix: '' } : one,
  )

function section(title: string, tone: Tone, blocks: readonly Item[][]): Item[][] {
  const [first, ...rest] = blocks
  return first ? [[heading(title, tone), BLANK, ...first], ...rest] : []
}
