/** What is published, from where, and by what. */
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { CONFIG_NAMES } from '../../src/config/index.js'

const root = join(import.meta.dirname, '../..')
const text = (file: string) => readFileSync(join(root, file), 'utf8')
const own = JSON.parse(text('package.json'))
const WORKFLOWS = ['ci', 'release'].map((name) => `.github/workflows/${name}.yml`)

interface Step {
  uses?: string
  run?: string
}
const stepsOf = (file: string): Step[] =>
  Object.values(parse(text(file)).jobs as Record<string, { steps: Step[] }>).flatMap(({ steps }) => steps)

test('the package says where it comes from', () => {
  expect(own.repository.url).toBe('git+https://github.com/hefa-cli/hefa.git')
  expect(own.homepage).toContain('github.com/hefa-cli/hefa')
  expect(own.bugs).toContain('github.com/hefa-cli/hefa')
  expect(own.publishConfig).toEqual({ access: 'public', provenance: true })
})

test('the action and the documents name the version they came with', () => {
  expect(parse(text('action.yml')).inputs.version.default).toBe(own.version)
  const named = text('docs/ci.md').match(/hefa@v?\d[\w.-]*/g) ?? []
  expect(named.length).toBeGreaterThan(2)
  const [major] = own.version.split('.')
  for (const one of named) expect([`hefa@v${major}`, `hefa@${own.version}`]).toContain(one)
  expect(text('docs/ci.md')).toContain(`rev: v${own.version}`)
})

test('the hooks of pre-commit run commands there are, on files that matter to them', () => {
  const hooks = parse(text('.pre-commit-hooks.yaml')) as Record<string, string>[]
  const offered = parse(/```yaml\n(# \.pre-commit-config[\s\S]*?)```/.exec(text('docs/ci.md'))?.[1] ?? '')
  expect(hooks.map(({ id }) => id)).toEqual(offered.repos[0].hooks.map(({ id }: { id: string }) => id))
  const [scan, check] = hooks.map(({ files = '' }) => new RegExp(files))
  for (const { entry = '', language, name, pass_filenames } of hooks) {
    expect({ language, name, pass_filenames }).toEqual({
      language: 'node',
      name: entry.replace(/ \.$/, ''),
      pass_filenames: false,
    })
    const { status, stderr } = spawnSync(process.execPath, [
      join(root, 'bin/hefa.js'),
      ...entry.split(' ').slice(1),
      '--help',
    ])
    expect({ status, stderr: stderr.toString() }).toEqual({ status: 0, stderr: '' })
  }
  for (const file of ['pages/a.js', 'a.uvue', 'app.json', '.env.production'])
    expect(scan?.test(file), file).toBe(true)
  for (const file of ['a.png', 'README.md']) expect(scan?.test(file), file).toBe(false)
  for (const name of CONFIG_NAMES) expect(check?.test(`app/${name}`), name).toBe(true)
})

test('nothing of the checked-out code chooses what the action installs', () => {
  expect(text('action.yml')).toContain('(npx --prefix="$(mktemp -d)" --yes')
})

describe.each(WORKFLOWS)('%s', (file) => {
  test('every action is pinned by its commit', () => {
    const used = stepsOf(file).flatMap(({ uses }) => uses ?? [])
    expect(used.length).toBeGreaterThan(0)
    for (const one of used) expect(one).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/)
  })
  test('may read the code, and nothing else by default', () => {
    expect(parse(text(file)).permissions).toEqual({ contents: 'read' })
  })
  test('puts no text of an event into a script', () => {
    for (const { run } of stepsOf(file)) expect(run ?? '').not.toContain('${{')
  })
  test('runs scripts that exist', () => {
    const scripts = stepsOf(file).flatMap(({ run }) => /npm run ([\w:]+)/.exec(run ?? '')?.[1] ?? [])
    for (const script of scripts) expect(Object.keys(own.scripts)).toContain(script)
  })
})

test('a release checks signatures, lists what is in it and publishes with provenance, in this order', () => {
  const steps = stepsOf('.github/workflows/release.yml').map(({ run }) => run ?? '')
  const at = ['npm ci', 'npm audit signatures', 'npm test', 'npm sbom', 'npm publish --provenance'].map(
    (command) => steps.findIndex((run) => run.startsWith(command)),
  )
  expect(at).not.toContain(-1)
  expect(at).toEqual([...at].sort((a, b) => a - b))
})

test('CI tries every system and Node line', () => {
  const { matrix } = parse(text('.github/workflows/ci.yml')).jobs.portable.strategy
  expect(matrix.os).toEqual(['ubuntu-latest', 'windows-latest', 'macos-latest'])
  expect(matrix.node).toEqual([20, 22, 24])
})

test('updates of dependencies and actions are looked for', () => {
  const { updates } = parse(text('.github/dependabot.yml'))
  const systems = updates.map((one: { 'package-ecosystem': string }) => one['package-ecosystem'])
  expect(systems).toEqual(['npm', 'github-actions', 'docker'])
})

test('the bill of materials names every dependency', () => {
  const made = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], { cwd: root })
  const names = JSON.parse(made.toString()).components.map(({ name }: { name: string }) => name)
  expect(names).toEqual(expect.arrayContaining(Object.keys(own.dependencies)))
})
