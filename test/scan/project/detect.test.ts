import { describe, expect, test } from 'vitest'
import { openProject } from '../../../src/scan/project/index.js'
import { folderWith } from './folder.js'

const json = JSON.stringify
const open = async (files: Record<string, string>) => openProject(folderWith(files))

describe('kinds and platforms', () => {
  test.each<[string, Record<string, string>, string[], string[]]>([
    ['scripts alone', { 'a.js': '' }, ['plain'], []],
    ['an app.json of something else', { 'app.json': json({ expo: {} }), 'a.js': '' }, ['plain'], []],
    ['a mini game', { 'game.json': json({ deviceOrientation: 'portrait' }) }, ['wechat'], ['wechat']],
    ['a private config alone', { 'project.private.config.json': '{}' }, ['wechat'], ['wechat']],
    ['Alipay', { 'mini.project.json': '{}' }, ['alipay'], ['alipay', 'mpaas']],
    [
      'both native kinds side by side',
      { 'weixin/project.config.json': '{}', 'zhifubao/mini.project.json': '{}' },
      ['wechat', 'alipay'],
      ['wechat', 'alipay', 'mpaas'],
    ],
    [
      'uni-app without a part for our platforms',
      { 'manifest.json': '{ "h5": {} }', 'pages.json': '{}' },
      ['uni-app'],
      [],
    ],
    [
      'uni-app for Alipay only, with comments',
      { 'manifest.json': '{ /* c */ "mp-alipay": {}, }', 'pages.json': '{}' },
      ['uni-app'],
      ['alipay', 'mpaas'],
    ],
    [
      'Taro by its scripts',
      {
        'package.json': json({
          devDependencies: { '@tarojs/taro': '4' },
          scripts: { 'build:weapp': 'taro build --type weapp' },
        }),
      },
      ['taro'],
      ['wechat'],
    ],
    [
      'Taro that does not tell',
      { 'package.json': json({ dependencies: { '@tarojs/taro': '4' } }), 'src/app.ts': '' },
      ['taro'],
      [],
    ],
    ['the source folder of Taro', { 'app.config.ts': '', 'app.tsx': '' }, ['taro'], []],
  ])('%s', async (_, files, kinds, families) => {
    const project = await open(files)
    expect(project.kinds).toEqual(kinds)
    expect(project.families).toEqual(families)
    expect(project.passedOver).toEqual([])
  })

  test('the caller decides', async () => {
    const folder = folderWith({ 'project.config.json': '{}' })
    expect((await openProject(folder, { families: ['alipay'] })).families).toEqual(['alipay'])
  })
})

describe('which files are shipped', () => {
  test.each<[string, Record<string, string>, string[]]>([
    [
      'pages may be called test',
      {
        'app.json': json({ pages: ['test/a'] }),
        'test/a.js': '',
        'pages/test/b.js': '',
        'e2e/c.js': '',
        'a.spec.ts': '',
        'types/wx.d.ts': '',
      },
      ['pages/test/b.js', 'test/a.js'],
    ],
    [
      'tests below the root of the mini program',
      { 'project.config.json': json({ miniprogramRoot: 'mp' }), 'mp/a.js': '', 'mp/test/b.js': '' },
      ['mp/a.js'],
    ],
    [
      'a library’s dist is shipped, the project’s is not',
      { 'a.js': '', 'lib/dist/b.js': '', 'dist/c.js': '' },
      ['a.js', 'lib/dist/b.js'],
    ],
    [
      'only built files are there: they are the project',
      {
        'project.config.json': json({ miniprogramRoot: 'dist/' }),
        'dist/app.json': '{"pages":[]}',
        'dist/app.js': '',
      },
      ['dist/app.js'],
    ],
    [
      'packOptions.ignore',
      {
        'project.config.json': json({
          packOptions: {
            ignore: [
              { type: 'folder', value: './docs' },
              { type: 'suffix', value: '.dev.js' },
            ],
          },
        }),
        'a.js': '',
        'docs/b.js': '',
        'docs2/c.js': '',
        'd.dev.js': '',
      },
      ['a.js', 'docs2/c.js'],
    ],
    [
      'sourceRoot of Taro',
      {
        'package.json': json({ dependencies: { '@tarojs/taro': '4' } }),
        'config/index.js': 'module.exports = { sourceRoot: "client" }',
        'client/app.js': '',
        'server/index.js': '',
      },
      ['client/app.js'],
    ],
    [
      'server code of uniCloud',
      {
        'manifest.json': '{}',
        'pages.json': '{}',
        'main.js': '',
        'uniCloud-aliyun/cloudfunctions/a/index.js': '',
      },
      ['main.js'],
    ],
    [
      'pages with scripts of their own',
      { 'a.wxml': '', 'b.axml': '', 'c.swan': '', 'd.js': '' },
      ['a.wxml', 'b.axml', 'd.js'],
    ],
  ])('%s', async (_, files, scripts) => {
    expect((await open(files)).scripts).toEqual(scripts)
  })

  test('a root outside of the folder is not gone to', async () => {
    const { scripts } = await open({ 'project.config.json': json({ miniprogramRoot: '../..' }), 'a.js': '' })
    expect(scripts).toEqual(['a.js'])
  })
})
