/** The image, as far as it can be looked at without a container engine. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validate } from 'dockerfile-utils'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const text = readFileSync(join(root, 'Dockerfile'), 'utf8')
const instructions = text
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter(Boolean)
const lastStage = instructions.slice(instructions.findLastIndex((line) => line.startsWith('FROM ')))
const argumentsOf = (word: string, lines = lastStage) =>
  lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1))

test('is written as Docker reads it', () => {
  expect(validate(text)).toEqual([])
  expect(validate('FROM node\nRUNN x')).not.toEqual([])
})

test('runs as nobody in particular, from a small image whose version is named', () => {
  expect(argumentsOf('USER')).toEqual(['node'])
  for (const from of argumentsOf('FROM', instructions)) expect(from).toMatch(/^node:\d+-slim( AS build)?$/)
  expect(lastStage.at(-2)).toBe('ENTRYPOINT ["hefa"]')
  expect(argumentsOf('RUN')).toEqual([])
})

test('what it copies is all that the build needs', () => {
  const kept = readFileSync(join(root, '.dockerignore'), 'utf8').match(/(?<=^!)\S+/gm) ?? []
  const files = execFileSync('git', ['ls-files', '--', ...kept], { cwd: root, encoding: 'utf8' })
    .trimEnd()
    .split('\n')
  const place = mkdtempSync(join(tmpdir(), 'hefa-image-'))
  try {
    for (const file of files) cpSync(join(root, file), join(place, file), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'))
    execFileSync('npm', ['run', '--silent', 'build'], { cwd: place, stdio: 'pipe' })
    const bin = join(place, 'bin/hefa.js')
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(execFileSync(process.execPath, [bin, '--version'], { encoding: 'utf8' }).trim()).toBe(version)
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
})
