/** A power cut right behind a run must not leave an empty report: what is renamed into its place is on the disk before. */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folder, hefaProcess as hefa } from '../cli/hefa.js'

/** Loaded before the program: writes down what is synced and renamed, in order. */
const WATCH = `import { appendFileSync } from 'node:fs'
import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
const note = (what, place) => appendFileSync(process.env.NOTES, what + ' ' + place + '\\n')
const { open, rename } = fs
fs.open = async (place, ...given) => {
  const handle = await open(place, ...given)
  const sync = handle.sync.bind(handle)
  handle.sync = async () => {
    await sync()
    note('sync', place)
  }
  return handle
}
fs.rename = async (from, to) => {
  note('rename', from)
  await rename(from, to)
}
syncBuiltinESMExports()
`

describe('files that are replaced', () => {
  test('are on the disk before they take their place', async () => {
    const cwd = await folder({ 'watch.mjs': WATCH, 'app.json': '{"pages":["i"]}', 'i.js': 'Page({})' })
    const outputs = ['--format', 'json', '--output', 'a.json', '--format', 'html', '--output', 'b.html']
    const env = { NODE_OPTIONS: `--import ${join(cwd, 'watch.mjs')}`, NOTES: join(cwd, 'notes') }
    await hefa(['scan', '.', '--save-facts', 'facts.json', ...outputs], { cwd, env })
    const notes = readFileSync(join(cwd, 'notes'), 'utf8').trim().split('\n')
    const renamed = notes.flatMap((line, at) =>
      line.startsWith('rename ') ? [{ at, place: line.slice(7) }] : [],
    )
    expect(renamed.map(({ place }) => basename(place).replace(/\.\d.*/, '')).sort()).toEqual([
      '.a.json',
      '.b.html',
      '.facts.json',
    ])
    for (const { at, place } of renamed) expect(notes.indexOf(`sync ${place}`)).toBeLessThan(at)
    for (const { place } of renamed) expect(notes).toContain(`sync ${place}`)
  })
})
