/** What assignments change. */
import { expect, test } from 'vitest'
import { openProgram } from '../../../src/scan/evaluate/evaluator.js'
import { fold } from '../../../src/scan/evaluate/folding.js'
import { MAX_DEPTH } from '../../../src/scan/evaluate/program.js'
import { steered } from '../../../src/scan/evaluate/steered.js'
import { targetsOf } from '../../../src/scan/evaluate/targets.js'
import type { MemberWrite } from '../../../src/scan/ir/types.js'
import { NO_STEERING } from '../../../src/scan/steering.js'
import { readScript } from '../../../src/scan/trace/index.js'

test('what an assignment changes is found out again where it was nested too deeply', async () => {
  const code = "({}).url = 'https://api.example.com/'"
  const { modules } = await readScript({ file: 'a.js', code, language: 'js' }, { isOwn: true })
  const all = new Map(modules.map((one) => [one.file, one]))
  const program = openProgram(all, () => null, new Map(), steered(NO_STEERING))
  const write = modules[0]?.writes[0] as MemberWrite
  const kinds = (depth: number) => {
    program.depth = depth
    return targetsOf(program, write).map(({ k }) => k)
  }
  expect(kinds(MAX_DEPTH + 1)).toEqual(['unknown'])
  expect(kinds(0)).toEqual(['object'])
})

test('what folding left out because it was nested too deeply is worked out elsewhere', async () => {
  const code = "const HOST = 'https://' + 'api.example.com'\nsend(HOST)"
  const { modules } = await readScript({ file: 'a.js', code, language: 'js' }, { isOwn: true })
  const all = new Map(modules.map((one) => [one.file, one]))
  const program = openProgram(all, () => null, new Map(), steered(NO_STEERING))
  const given = modules[0]?.calls[0]?.args[0]
  if (!given) throw new Error('no argument')
  const kinds = (depth: number) => {
    program.depth = depth
    program.steps = 100
    return fold(program, given, null).map(({ k }) => k)
  }
  expect(kinds(MAX_DEPTH)).not.toEqual(['text'])
  expect(kinds(0)).toEqual(['text'])
})
