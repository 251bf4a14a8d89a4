/** The scripts, sourced by the shells they are for. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { RULES } from '../../rules/index.js'
import { FORMATS, RENEWAL_FORMATS } from '../../src/report/index.js'
import { skipped, tool } from '../helpers/tools.js'
import { folder, hefa } from './hefa.js'

/** No CI is expected to have it: it is in no distribution. */
const pwsh = spawnSync('pwsh', ['--version']).status === 0
if (!pwsh) skipped('pwsh is not installed')
let place = ''

beforeAll(async () => {
  place = await folder({ 'one.json': '', 'two words.json': '' })
  for (const shell of ['bash', 'zsh', 'fish', 'powershell']) {
    const { status, stdout } = await hefa(['completion', shell])
    expect(status).toBe(0)
    writeFileSync(join(place, shell === 'powershell' ? 'hefa.ps1' : `hefa.${shell}`), stdout)
  }
})

const shell = (name: string, args: string[]) => {
  const { stdout, stderr } = spawnSync(name, args, { cwd: place, encoding: 'utf8', timeout: 20_000 })
  return { lines: stdout.split('\n').filter(Boolean), stderr }
}

test.each([
  ['', 'missing argument SHELL'],
  ['tcsh', 'SHELL: "tcsh" is not one of bash, zsh, fish, powershell'],
])('hefa completion %s is status 2', async (name, told) => {
  const ran = await hefa(['completion', ...(name ? [name] : [])])
  expect(ran).toMatchObject({ status: 2, stdout: '' })
  expect(ran.stderr).toContain(told)
})

test('in another language the answers are the same', async () => {
  const words = (text: string) => [...text.matchAll(/_hefa_words "([^"]*)"/g)].map(([, list]) => list)
  const [en, zh] = [await hefa(['completion', 'bash']), await hefa(['completion', 'bash', '--lang', 'zh'])]
  expect(words(zh.stdout)).toEqual(words(en.stdout))
  expect(words(en.stdout).length).toBeGreaterThan(20)
})

/** Words of the line, the last one to be completed. */
type Case = [words: string[], answer: string[]]
const CASES: Case[] = [
  [['ch'], ['chain', 'check']],
  [['check', '--form'], ['--format']],
  [['check', '--format', 's'], ['sarif']],
  [['check', '--format', ''], Object.keys(FORMATS)],
  [['check', '-f', 's'], ['sarif']],
  [['renewals', '--format', ''], Object.keys(RENEWAL_FORMATS)],
  [
    ['rules', 'certificate/chain-'],
    RULES.map(({ id }) => id).filter((id) => id.startsWith('certificate/chain-')),
  ],
  [
    ['--lang', 'zh', 'completion', ''],
    ['bash', 'fish', 'powershell', 'zsh'],
  ],
  [['audit', '--platform', 'wechat-ios,alipay-a'], ['wechat-ios,alipay-android']],
  [['check', '--fail-on', 'w'], ['warning']],
  [['help', 'ren'], ['renewals']],
  [['check', '--lan'], ['--lang']],
]

describe('bash', () => {
  const tab = (words: string[]) => {
    const line = ['hefa', ...words].map((word) => `'${word}'`).join(' ')
    return shell('bash', [
      ...['--norc', '-c'],
      `source ./hefa.bash; COMP_WORDS=(${line}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _hefa; printf '%s\\n' "\${COMPREPLY[@]}"`,
    ])
  }

  test.each(CASES)('hefa %j', (words, answer) => {
    const { lines, stderr } = tab(words)
    expect(stderr).toBe('')
    expect(lines.sort()).toEqual([...answer].sort())
  })

  test('--format=s, which bash splits into three words', () => {
    expect(tab(['check', '--format', '=', 's']).lines).toEqual(['sarif'])
    expect(tab(['check', '--format', '=']).lines).toContain('sarif')
  })

  test('where files belong, nothing is answered and bash completes files', () => {
    expect(tab(['check', '--output', 'on']).lines).toEqual([])
    expect(tab(['check', 'on']).lines).toEqual([])
    const { lines } = shell('bash', ['--norc', '-c', 'source ./hefa.bash; complete -p hefa'])
    expect(lines).toEqual(['complete -o bashdefault -o default -F _hefa hefa'])
  })

  test('every flag of every command is there', async () => {
    for (const command of ['check', 'audit', 'cert', 'chain', 'renewals', 'diff', 'init', 'rules', 'demo']) {
      const { stdout } = await hefa([command, '--help'])
      const flags = new Set([...stdout.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, flag]) => flag ?? ''))
      expect(tab([command, '--']).lines).toEqual(expect.arrayContaining([...flags]))
    }
  })
})

describe.skipIf(!tool('fish'))('fish', () => {
  test.each(CASES)('hefa %j', (words, answer) => {
    const { lines, stderr } = shell('fish', [
      ...['--no-config', '-c'],
      `source ./hefa.fish; complete -C 'hefa ${words.join(' ')}'`,
    ])
    expect(stderr).toBe('')
    expect(lines.map((line) => line.split('\t')[0]).sort()).toEqual([...answer].sort())
  })

  test('where files belong, files', () => {
    const { lines } = shell('fish', ['--no-config', '-c', "source ./hefa.fish; complete -C 'hefa check on'"])
    expect(lines).toEqual(['one.json'])
  })
})

describe.skipIf(!tool('zsh'))('zsh', () => {
  test('is read without a complaint and registers itself', () => {
    const { lines, stderr } = shell('zsh', [
      ...['-f', '-c'],
      'autoload -Uz compinit; compinit -u -D; source ./hefa.zsh; print $_comps[hefa]',
    ])
    expect({ lines, stderr }).toEqual({ lines: ['_hefa'], stderr: '' })
  })
})

describe('PowerShell', () => {
  test('its data is one line that cannot end the text it stands in', async () => {
    const { stdout } = await hefa(['completion', 'powershell', '--lang', 'zh'])
    const lines = stdout.split('\n')
    const [data = '', end] = lines.slice(lines.indexOf("    $shape = @'") + 1)
    expect(data).toMatch(/^[\x20-\x7e]+$/)
    expect(data).not.toContain("'")
    expect(end).toBe("'@ | ConvertFrom-Json")
    const { verbs } = JSON.parse(data)
    expect(verbs.find(({ name }: { name: string }) => name === 'check').flags).toContainEqual(
      expect.objectContaining({ name: '--format', value: { choices: Object.keys(FORMATS), several: false } }),
    )
  })

  test.runIf(pwsh).each(CASES)('hefa %j', (words, answer) => {
    const line = `hefa ${words.join(' ')}`
    const code = `. ./hefa.ps1; (TabExpansion2 '${line}' ${line.length}).CompletionMatches.CompletionText`
    const { lines, stderr } = shell('pwsh', ['-NoProfile', '-NonInteractive', '-Command', code])
    expect(stderr).toBe('')
    expect(lines.sort()).toEqual([...answer].sort())
  })
})
