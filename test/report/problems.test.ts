import { describe, expect, test } from 'vitest'
import { PROBLEM_FORMATS, type ProblemFormatName } from '../../src/report/index.js'
import { sarifSchema } from '../helpers/sarif.js'

const at = (message: string, line = 1, file = 'conf\\hefa.config.json') => ({
  file,
  line,
  column: 3,
  message,
})
const OPTIONS = { language: 'en', version: '1.2.3' } as const

async function rendered(name: ProblemFormatName, problems: ReturnType<typeof at>[]): Promise<string> {
  return (await PROBLEM_FORMATS[name]())(problems, OPTIONS)
}

describe('github', () => {
  test('each problem at its place, whatever it quotes', async () => {
    const text = await rendered('github', [at('unknown key "a%"\n::stop-commands::x'), at('empty', 2)])
    expect(text.trimEnd().split('\n')).toEqual([
      '::error file=conf/hefa.config.json,line=1,col=3,title=config::unknown key "a%25"\\n:\\x3astop-commands::x',
      '::error file=conf/hefa.config.json,line=2,col=3,title=config::empty',
    ])
  })

  test("standard input isn't a file", async () => {
    expect(await rendered('github', [at('empty', 1, '<stdin>')])).toBe('::error title=config::empty\n')
  })

  test('GitHub shows ten; the last says how many there are', async () => {
    const lines = (
      await rendered(
        'github',
        Array.from({ length: 14 }, (_, line) => at('bad', line + 1)),
      )
    )
      .trimEnd()
      .split('\n')
    expect(lines).toHaveLength(10)
    expect(lines.at(-1)).toContain('5 more errors')
    expect(lines.at(-1)).toContain('conf/hefa.config.json:14')
  })
})

describe('sarif', () => {
  const validate = sarifSchema()

  test('a run that did not succeed, with the problems as results', async () => {
    const log = JSON.parse(
      await rendered('sarif', [at('see [x](http://y) {0}', 7), at('empty', 2, '<stdin>')]),
    )
    if (validate) expect(validate(log), JSON.stringify(validate.errors)).toBe(true)
    const [run] = log.runs
    expect(run.invocations).toEqual([{ executionSuccessful: false, exitCode: 2 }])
    expect(run.tool.driver).toMatchObject({ name: 'hefa', version: '1.2.3' })
    expect(run.results[0]).toMatchObject({
      ruleId: 'config',
      level: 'error',
      message: { text: 'see [x] (http://y) {{0}}' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'conf/hefa.config.json', uriBaseId: '%SRCROOT%' },
            region: { startLine: 7, startColumn: 3 },
          },
        },
      ],
    })
    expect(run.results[1].locations).toEqual([
      { logicalLocations: [{ fullyQualifiedName: 'config', kind: 'resource' }] },
    ])
  })

  test('one that stays has the same fingerprint on another line, two alike differ', async () => {
    const prints = async (problems: ReturnType<typeof at>[]) =>
      JSON.parse(await rendered('sarif', problems)).runs[0].results.map(
        ({ partialFingerprints }: { partialFingerprints: object }) => JSON.stringify(partialFingerprints),
      )
    expect(await prints([at('a', 1)])).toEqual(await prints([at('a', 9)]))
    expect(new Set(await prints([at('a', 1), at('a', 9), at('b', 9)])).size).toBe(3)
  })
})

test('gitlab has each as a blocker at its line', async () => {
  const [one, two] = JSON.parse(await rendered('gitlab', [at('empty', 4), at('empty', 5, '<stdin>')]))
  expect(one).toMatchObject({
    description: 'empty',
    check_name: 'config',
    severity: 'blocker',
    location: { path: 'conf/hefa.config.json', lines: { begin: 4 } },
  })
  expect(two.location).toEqual({ path: 'hefa', lines: { begin: 5 } })
  expect(one.fingerprint).not.toBe(two.fingerprint)
})
