import { mkdir, readdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readAnchors } from '../../src/cli/ca.js'
import { checkWritable, replaceFile } from '../../src/cli/files.js'
import { checkFiles } from '../../src/cli/outputs.js'
import { makeAuthority } from '../../src/demo/index.js'
import { cli as en } from '../../src/i18n/en/cli.js'
import { folder } from './hefa.js'

describe('replaceFile', () => {
  test('replaces what was there and leaves nothing beside it', async () => {
    const place = await folder({ 'a.json': 'old' })
    await replaceFile(join(place, 'a.json'), 'new')
    expect(await readFile(join(place, 'a.json'), 'utf8')).toBe('new')
    expect(await readdir(place)).toEqual(['a.json'])
  })

  test('a reader of the old file never sees half of the new one: it is another file', async () => {
    const place = await folder({ 'a.json': 'old' })
    const before = await stat(join(place, 'a.json'))
    await replaceFile(join(place, 'a.json'), 'new')
    expect((await stat(join(place, 'a.json'))).ino).not.toBe(before.ino)
  })

  test('keeps the mode of the file, and a link a link', async () => {
    const place = await folder()
    await writeFile(join(place, 'real.json'), 'old', { mode: 0o600 })
    await symlink('real.json', join(place, 'link.json'))
    await replaceFile(join(place, 'link.json'), 'new')
    expect(await readlink(join(place, 'link.json'))).toBe('real.json')
    expect(await readFile(join(place, 'real.json'), 'utf8')).toBe('new')
    expect((await stat(join(place, 'real.json'))).mode & 0o777).toBe(0o600)
  })

  test('when it fails nothing is left behind', async () => {
    const place = await folder()
    await mkdir(join(place, 'a.json'))
    await expect(replaceFile(join(place, 'a.json'), 'new')).rejects.toMatchObject({ code: 'EISDIR' })
    expect(await readdir(place)).toEqual(['a.json'])
  })

  test('a device is written to, not replaced', async () => {
    await replaceFile('/dev/null', 'new')
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true)
  })
})

describe('before any work', () => {
  test('a folder that is missing or a folder in the place is reported', async () => {
    const place = await folder()
    await expect(checkWritable(join(place, 'no', 'a.json'))).rejects.toMatchObject({ code: 'ENOENT' })
    await expect(checkWritable(place)).rejects.toMatchObject({ code: 'EISDIR' })
    await expect(checkWritable(join(place, 'a.json'))).resolves.toBe(join(place, 'a.json'))
  })

  test('two reports in one file are refused', async () => {
    const place = await folder()
    const files = ['a.json', './a.json'].map((file) => ({ option: '--output', file }))
    await expect(checkFiles(files, { io: { cwd: place }, words: en, argv: [] })).rejects.toThrow(
      'two reports',
    )
  })
})

describe('--ca', () => {
  const asked = (cwd: string) => ({ io: { cwd, signal: new AbortController().signal }, words: en })

  const { root } = makeAuthority()
  const base64 = root.der.toString('base64')

  test('PEM with text around it, several in one file, each once', async () => {
    const other = makeAuthority({ name: 'Other' }).root
    const place = await folder({ 'roots.pem': `Our roots\n${root.pem}\n# next\n${other.pem}${root.pem}` })
    expect(await readAnchors(['roots.pem'], asked(place))).toEqual([base64, other.der.toString('base64')])
  })

  test('DER', async () => {
    const place = await folder()
    await writeFile(join(place, 'root.cer'), root.der)
    expect(await readAnchors(['root.cer'], asked(place))).toEqual([base64])
  })

  test.each([
    ['a file that is not there', 'none.pem', 'cannot read none.pem: ENOENT'],
    ['a folder', '.', 'cannot read .: EISDIR'],
    ['a file without a certificate', 'key.pem', 'key.pem holds no certificate'],
    ['a broken certificate', 'broken.pem', 'certificate 2 in broken.pem cannot be read'],
    ['an empty file', 'empty.pem', 'empty.pem holds no certificate'],
  ])('%s is reported', async (_, file, message) => {
    const broken = `${root.pem}-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n`
    const place = await folder({ 'key.pem': '-----BEGIN KEY-----', 'broken.pem': broken, 'empty.pem': '' })
    await expect(readAnchors([file], asked(place))).rejects.toThrow(message)
  })
})
