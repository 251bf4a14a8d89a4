import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { MAX_FILE_BYTES } from '../../../src/scan/project/disk.js'
import { openProject, ScanFault } from '../../../src/scan/project/index.js'
import { walk } from '../../../src/scan/project/walk.js'
import { folderWith } from './folder.js'

async function faultOf(folder: string): Promise<string> {
  const error = await openProject(folder).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ScanFault)
  return (error as ScanFault).reason
}

test('a folder that is missing, and a file', async () => {
  const folder = folderWith({ 'a.js': '' })
  expect(await faultOf(join(folder, 'nothing'))).toBe('missing')
  expect(await faultOf(join(folder, 'a.js'))).toBe('not-a-folder')
  expect(await faultOf(join(folder, 'a.js/b'))).toBe('not-a-folder')
})

test('files come in one order, by code units', async () => {
  const { scripts } = await openProject(folderWith({ 'b.js': '', 'a/z.js': '', 'B.js': '', 'a.js': '' }))
  expect(scripts).toEqual(['B.js', 'a.js', 'a/z.js', 'b.js'])
})

test('links: outside ones are reported and not read, inside ones and cycles end', async () => {
  const folder = folderWith({ 'real/x.js': 'x', 'a.js': '' })
  const outside = join(dirname(folder), 'outside')
  mkdirSync(outside)
  writeFileSync(join(outside, 'leak.js'), 'leak')
  writeFileSync(join(outside, 'project.config.json'), '{ "setting": { "urlCheck": false } }')
  symlinkSync(outside, join(folder, 'out'))
  symlinkSync(join(outside, 'leak.js'), join(folder, 'leak.js'))
  symlinkSync(join(outside, 'project.config.json'), join(folder, 'project.config.json'))
  symlinkSync('.', join(folder, 'loop'))
  symlinkSync('real', join(folder, 'alias'))
  symlinkSync('gone.js', join(folder, 'broken.js'))
  const project = await openProject(folder)
  expect(project.scripts).toEqual(['a.js', 'real/x.js'])
  expect(project.settings).toEqual([])
  expect(project.passedOver).toEqual([
    { file: 'broken.js', reason: 'unreadable' },
    { file: 'leak.js', reason: 'outside' },
    { file: 'out', reason: 'outside' },
    { file: 'project.config.json', reason: 'outside' },
  ])
  expect(project.resolve('./alias/x', 'a.js')).toBe('real/x.js')
  expect(project.resolve('../outside/leak', 'a.js')).toBeNull()
  expect(project.resolve('./loop/loop/a', 'a.js')).toBe('a.js')
  expect(project.resolve('./loop/loop/none', 'a.js')).toBeNull()
  expect(await project.read('leak.js')).toBeNull()
  expect(await project.read('../outside/leak.js')).toBeNull()
})

test('a file that became a link to the outside after the walk is not read', async () => {
  const folder = folderWith({ 'a.js': '' })
  writeFileSync(join(dirname(folder), 'leak.js'), 'leak')
  const project = await openProject(folder)
  symlinkSync('../leak.js', join(folder, 'late.js'))
  expect(await project.read('late.js')).toBeNull()
  expect(project.passedOver).toEqual([{ file: 'late.js', reason: 'outside' }])
})

test('a pipe is reported, and nobody waits for its writer', async () => {
  const folder = folderWith({})
  execFileSync('mkfifo', [join(folder, 'pipe.js')])
  const project = await openProject(folder)
  expect(project.passedOver).toEqual([{ file: 'pipe.js', reason: 'unreadable' }])
  expect(await project.read('pipe.js')).toBeNull()
})

test("sizes at the border, and what isn't text", async () => {
  const folder = folderWith({
    'most.js': 'x'.repeat(MAX_FILE_BYTES),
    'more.js': 'x'.repeat(MAX_FILE_BYTES + 1),
    'nul.js': 'a\0b',
    'bin.js': new Uint8Array([0, 0xff, 0xfe]),
    'gbk.js': new Uint8Array([0x2f, 0x2f, 0xc4, 0xe3]),
  })
  const project = await openProject(folder)
  expect((await project.read('most.js'))?.code.length).toBe(MAX_FILE_BYTES)
  expect(await project.read('more.js')).toBeNull()
  expect((await project.read('nul.js'))?.code).toBe('a\0b')
  expect(await project.read('bin.js')).toBeNull()
  expect((await project.read('gbk.js'))?.code).toMatch(/^\/\//)
  await project.read('bin.js')
  expect(project.passedOver).toEqual([
    { file: 'more.js', reason: 'too-large' },
    { file: 'bin.js', reason: 'not-text' },
  ])
})

test('more files than are taken', async () => {
  const folder = folderWith({ 'a.js': '', 'b.css': '', 'c.js': '', 'd.js': '' })
  expect(await walk(folder, '', 3)).toMatchObject({ files: ['a.js', 'c.js', 'd.js'], passedOver: [] })
  expect(await walk(folder, '', 2)).toMatchObject({
    files: ['a.js', 'c.js'],
    passedOver: [{ file: 'd.js', reason: 'limit' }],
  })
})

test('.gitignore above the folder counts inside a repository', async () => {
  const around = folderWith({ '.git/HEAD': '', '.gitignore': '*.gen.js\n', 'mp/a.js': '', 'mp/b.gen.js': '' })
  expect((await openProject(join(around, 'mp'))).scripts).toEqual(['a.js'])
  const without = folderWith({ '.gitignore': '*.gen.js\n', 'mp/a.js': '', 'mp/b.gen.js': '' })
  expect((await openProject(join(without, 'mp'))).scripts).toEqual(['a.js', 'b.gen.js'])
})

test('a folder that is ignored itself is read when it is asked for', async () => {
  const around = folderWith({
    '.git/HEAD': '',
    '.gitignore': 'dist\n',
    'dist/app.json': '{"pages":[]}',
    'dist/a.js': '',
  })
  const project = await openProject(join(around, 'dist'))
  expect(project.scripts).toEqual(['a.js'])
  expect(project.kinds).toEqual(['wechat'])
})

test('a deeper .gitignore takes back what a higher one leaves out', async () => {
  const folder = folderWith({
    '.gitignore': '*.js\n',
    'sub/.gitignore': '!keep.js\n',
    'sub/keep.js': '',
    'sub/b.js': '',
  })
  expect((await openProject(folder)).scripts).toEqual(['sub/keep.js'])
})
