/** What is named and isn't there: told where the mini program reaches it, once for each cause. */
import { expect, test } from 'vitest'
import { scanProject } from '../../../src/scan/index.js'
import { folderWith } from './folder.js'

const json = JSON.stringify
const APP = { 'project.config.json': '{}', 'app.js': 'App({})' }

async function missing(files: Record<string, string>) {
  const { passedOver } = await scanProject(folderWith(files))
  return passedOver.map(({ file, reason, by, files: count = 1 }) => `${reason} ${file} × ${count} by ${by}`)
}

test('only what pages, components and entries reach matters', async () => {
  const files = {
    ...APP,
    'app.json': json({ pages: ['pages/a/a'] }),
    'pages/a/a.js': "require('../../lib/used')",
    'pages/a/a.json': json({ usingComponents: { c: '../../parts/c' } }),
    'pages/old/old.js': "require('./gone')",
    'pages/old/old.json': json({ usingComponents: { d: '../../parts/gone' } }),
    'parts/c.js': "require('./c-helper')",
    'parts/unused.js': "require('./nobody')",
    'lib/used.js': "import x from './generated'; x()",
  }
  expect(await missing(files)).toEqual([
    'missing lib/generated × 1 by lib/used.js',
    'missing parts/c-helper × 1 by parts/c.js',
  ])
})

test('a bare name of a script is a path unless it is a dependency', async () => {
  const files = {
    ...APP,
    'package.json': json({ dependencies: { 'bignumber.js': '9' } }),
    'app.json': json({ pages: ['pages/a/a'] }),
    'pages/a/a.js': "require('request.js'); require('bignumber.js'); require('lodash')",
  }
  expect(await missing(files)).toEqual(['missing pages/a/request.js × 1 by pages/a/a.js'])
})

test('workers, tab bars and entries of packages begin by themselves', async () => {
  const files = {
    ...APP,
    'app.json': json({
      pages: ['pages/a/a'],
      workers: 'workers',
      subPackages: [{ root: 'sub', entry: 'main.js', pages: [] }],
    }),
    'pages/a/a.js': '',
    'workers/w.js': "require('./w1')",
    'custom-tab-bar/index.js': "require('./t1')",
    'sub/main.js': "require('./s1')",
  }
  expect(await missing(files)).toEqual([
    'missing custom-tab-bar/t1 × 1 by custom-tab-bar/index.js',
    'missing sub/s1 × 1 by sub/main.js',
    'missing workers/w1 × 1 by workers/w.js',
  ])
})

test('where no list says what it holds, everything may be needed', async () => {
  expect(
    await missing({ 'game.json': json({ deviceOrientation: 'portrait' }), 'a.js': "require('./b')" }),
  ).toEqual(['missing b × 1 by a.js'])
})

test('a folder that is not there is one cause', async () => {
  const files = {
    ...APP,
    'app.json': json({ pages: ['pages/a/a', 'sub/x/one', 'sub/y/two', 'pages/b/b'] }),
    'pages/a/a.js': "require('../../sub/z/three')",
  }
  expect(await missing(files)).toEqual(['missing pages/b/b × 1 by app.json', 'missing sub/ × 3 by app.json'])
})

test('so is one name in several folders, but not that of every index', async () => {
  const files = {
    ...APP,
    'app.json': json({ pages: ['p/a/a', 'p/b/b'] }),
    'p/a/a.js': "require('./engine.js'); require('./parts/index')",
    'p/b/b.js': "require('./engine'); require('./parts/index')",
    'p/a/parts/x.js': '',
    'p/b/parts/x.js': '',
  }
  expect(await missing(files)).toEqual([
    'missing p/a/engine.js × 2 by p/a/a.js',
    'missing p/a/parts/index × 1 by p/a/a.js',
    'missing p/b/parts/index × 1 by p/b/b.js',
  ])
})

test('a list that is laid over another mini program has its pages there', async () => {
  const files = {
    ...APP,
    'app.json': json({ pages: ['pages/a/a'] }),
    'pages/a/a.js': '',
    'for-qq/project.config.json': '{}',
    'for-qq/app.json': json({ pages: ['pages/a/a', 'pages/b/b'] }),
  }
  expect(await missing(files)).toEqual([])
})

test('WXS names things as it likes and calls nothing', async () => {
  const files = {
    ...APP,
    'app.json': json({ pages: ['a'] }),
    'a.js': '',
    'a.wxml': '<wxs module="m">var class = 1</wxs>',
    'b.wxs': 'var class = 2',
  }
  expect(await missing(files)).toEqual([])
})

test('types are no use of an import, tags are', async () => {
  const files = {
    'package.json': json({ dependencies: { remax: '2' } }),
    'a.tsx':
      "import { Query } from './made/query'\nexport const run = (client) => client.query<Query, string>()",
    'b.tsx': "import { List } from './made/list'\nexport const page = () => <List a='b' />",
  }
  expect(await missing(files)).toEqual(['missing made/list × 1 by b.tsx'])
})

test('scripts that build are none of what is built', async () => {
  const files = {
    'package.json': json({ dependencies: { '@mpxjs/core': '2' } }),
    'webpack.config.js': "require('./gone')",
    'src/app.mpx': '<script>import "./lost"</script>',
    'static/wx/a.js': "require('./part')",
  }
  expect(await missing(files)).toEqual([
    'missing src/lost × 1 by src/app.mpx',
    'missing static/wx/part × 1 by static/wx/a.js',
  ])
})

test('Taro takes out what its app shows in `render`', async () => {
  const files = {
    'package.json': json({ dependencies: { '@tarojs/taro': '1' } }),
    'src/app.jsx': "import Index from './pages/index'\nimport './gone'\nexport default () => <Index />",
  }
  expect(await missing(files)).toEqual(['missing src/gone × 1 by src/app.jsx'])
})

test('an alias stands for the folder it means, the one that is there of several', async () => {
  const files = {
    'package.json': json({ dependencies: { '@tarojs/taro': '3' } }),
    'src/app.config.ts': "export default { pages: ['pages/a/index'] }",
    'src/pages/a/index.tsx':
      "import { x } from '@/sdk/lib'; import { y } from '@/api/gone'; import '@/api/there'; x(y)",
    'src/api/there.ts': "import { z } from '@/sdk/more'; z()",
  }
  expect(await missing(files)).toEqual([
    'missing src/api/gone × 1 by src/pages/a/index.tsx',
    'missing src/sdk/ × 2 by src/api/there.ts',
  ])
})
