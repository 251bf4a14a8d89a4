import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { cacheFolder, ownFolder } from '../../src/cli/compile-cache.js'

const base = mkdtempSync(join(tmpdir(), 'hefa-cache-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

function made(name: string): string {
  const home = join(base, name)
  mkdirSync(join(home, 'hefa', 'compiled'), { recursive: true, mode: 0o700 })
  return home
}

test('is made where it is missing, for nobody else', () => {
  const folder = join(base, 'new', 'hefa', 'compiled')
  expect(ownFolder(folder)).toBe(folder)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
})

test.each(['', 'hefa', 'hefa/compiled'])('is not trusted where others may write: %j', (part) => {
  const home = made(`shared-${part.length}`)
  const folder = join(home, 'hefa', 'compiled')
  expect(ownFolder(folder)).toBe(folder)
  chmodSync(join(home, part), 0o770)
  expect(ownFolder(folder)).toBeNull()
})

test('is not trusted where it only leads to a folder', () => {
  const folder = join(made('linked'), 'hefa', 'compiled')
  rmSync(folder, { recursive: true })
  symlinkSync(join(made('target'), 'hefa', 'compiled'), folder)
  expect(ownFolder(folder)).toBeNull()
})

test('is none where a file stands in the way', () => {
  const home = join(base, 'file')
  writeFileSync(home, '')
  expect(ownFolder(join(home, 'hefa', 'compiled'))).toBeNull()
  expect(existsSync(join(home, 'hefa'))).toBe(false)
})

test('the folder of caches that the user names goes before the home', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '/var/own' })).toBe(join('/var/own', 'hefa', 'compiled'))
  expect(cacheFolder({ XDG_CACHE_HOME: 'no/whole/path' })).not.toContain('no/whole')
})
