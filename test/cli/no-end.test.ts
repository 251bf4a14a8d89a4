/** The executable itself, around a program that is not there or never ends. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const place = mkdtempSync(join(tmpdir(), 'hefa-no-end-'))
afterAll(() => rmSync(place, { recursive: true }))

/** @param program the text of dist/cli/main.js; null for none */
function run(name: string, program: string | null) {
  const folder = join(place, name)
  mkdirSync(join(folder, 'dist/cli'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  cpSync('bin', join(folder, 'bin'), { recursive: true })
  if (program !== null) writeFileSync(join(folder, 'dist/cli/main.js'), program)
  const { status, stderr } = spawnSync(process.execPath, [join(folder, 'bin/hefa.js')], { encoding: 'utf8' })
  return { status, stderr }
}

test('a run that comes to no end is no verdict', () => {
  const { status, stderr } = run('endless', 'export const main = () => new Promise(() => {})')
  expect(stderr).toContain('hefa: crashed: the run came to no end\n')
  expect(status).toBe(2)
})

test('what cannot be loaded is none', () => {
  expect(run('absent', null)).toEqual({ status: 2, stderr: 'hefa: could not start (ERR_MODULE_NOT_FOUND)\n' })
})

test('otherwise the status is the program’s, and nothing is added', () => {
  expect(run('fine', 'export const main = async () => 0')).toEqual({ status: 0, stderr: '' })
  expect(run('late', 'export const main = async () => { setTimeout(() => {}, 5); return 3 }')).toEqual({
    status: 3,
    stderr: '',
  })
})
