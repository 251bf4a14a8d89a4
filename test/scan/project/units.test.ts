import { parse } from '@babel/parser'
import { expect, test } from 'vitest'
import { openProject } from '../../../src/scan/project/index.js'
import { JSON_SHIFT, unitOf } from '../../../src/scan/project/units.js'
import { readScript } from '../../../src/scan/trace/index.js'
import { folderWith } from './folder.js'

const unit = async (file: string, text: string) => (await unitOf(file, text, (one) => one)).unit

test('every character of a script stands where it stood', async () => {
  const text = [
    '<!-- <script>no()</script> -->\r\n<template><a b="<script>no()</script>">{{ x }}</a></template>',
    '<script lang="ts">one()</script><script setup>',
    'two("<template>") // a < b\u2028x',
    '</script><docs><image src="https://docs.acme.cn"/></docs><style>no{}</style>',
  ].join('\n')
  const { code, language } = await unit('a.vue', text)
  expect(language).toBe('ts')
  expect(code.replace(/\s+/g, ' ').trim()).toBe('one() two("<template>") // a < b x')
  for (const word of ['one()', 'two(', 'a < b', '\r\n', '\u2028'])
    expect(code.indexOf(word)).toBe(text.indexOf(word))
})

test('modules for pages and pages without scripts', async () => {
  expect(
    (
      await unit(
        'a.vue',
        '<script module="m" lang="wxs">x</script><script lang="renderjs" module="r">y</script>',
      )
    ).code,
  ).toBe('')
  expect((await unit('a.wxml', '<view>wx.request()</view>')).code).toBe('')
  const { code } = await unit(
    'a.wxml',
    '<view/><wxs module="m">if (a<b && c) d("</view>")</wxs><wxs src="x.wxs" module="n"/><text>z</text>',
  )
  expect(code.trim()).toBe('if (a<b && c) d("</view>")')
  expect((await unit('a.vue', '<template><script>x</script></template>')).code).toBe('')
})

test('an imported JSON file is a module; only columns of its first line move', async () => {
  const { code, language, shift } = await unit('a.json', '{ "a": 1,\n  "b": "x" }')
  const statement = parse(code).program.body[0]
  const written = statement?.type === 'ExpressionStatement' ? statement.expression : null
  const object = written?.type === 'AssignmentExpression' ? written.right : null
  expect([language, shift]).toEqual(['js', JSON_SHIFT])
  expect(
    object?.type === 'ObjectExpression' &&
      object.properties.map(({ loc }) => [loc?.start.line, loc?.start.column]),
  ).toEqual([
    [1, 2 + JSON_SHIFT],
    [2, 2],
  ])
})

test('endless nesting is reported, many siblings are not nesting', async () => {
  const image = '<image src="https://a.cn/x"/>'
  const project = await openProject(
    folderWith({
      'a.js': '',
      'deep.wxml': image + '<view>'.repeat(400_000),
      'wide.wxml': `${'<view><b>x</b></view><wxs module="m">y</wxs><wxs src="z"/>'.repeat(20_000)}${image}`,
    }),
  )
  for (const file of project.scripts) await project.read(file)
  expect(project.passedOver).toEqual([{ file: 'deep.wxml', reason: 'nesting' }])
  expect(project.resources.map(({ place }) => place.file)).toEqual(['deep.wxml', 'wide.wxml'])
})

const resources = async (file: string, text: string) => {
  const uni = { 'manifest.json': '{}', 'pages.json': '{}' }
  const project = await openProject(folderWith({ ...uni, [file]: text }))
  await project.read(file)
  await project.read(file)
  return project.resources.map(({ place, tag, url }) => `${place.line}:${place.column} ${tag} ${url}`)
}

test.each([
  ['<image src="https://a.cn/x.png"/>', ['1:13 image https://a.cn/x.png']],
  ["<cover-image\n  src = 'http://a.cn' />", ['2:10 image http://a.cn']],
  ['<image src="//a.cn/x"/>', ['1:13 image //a.cn/x']],
  ['<image src="https://a.cn/x?a=1&amp;b=2"/>', ['1:13 image https://a.cn/x?a=1&b=2']],
  ['<video src="https://a.cn{{path}}"/>', []],
  ['<video src="https://a.cn/{{path}}/{{x}}"/>', ['1:13 video https://a.cn/']],
  ['<audio src="{{ok ? \'https://a.cn/1\' : "https://b.cn/2"}}"/>', []],
  [
    '<audio src=\'{{ok ? "https://a.cn/1" : "https://b.cn/2"}}\'/>',
    ['1:13 audio https://a.cn/1', '1:13 audio https://b.cn/2'],
  ],
  ['<image src="{{\'https://a.cn/\' + name}}"/>', ['1:13 image https://a.cn/']],
  ['<image src="{{\'https://a.cn\' + name}}"/>', []],
  ['<image src="{{\'https://a.cn\'}}{{name}}"/>', []],
  ['<image src="{{`https://a.cn/${name}`}}"/>', ['1:13 image https://a.cn/']],
  ['<image src="https://{{host}}/x"/>', []],
  ['<image src="{{ broken( }}"/>', []],
  ['<image src="wxfile://a"/><image src/><image data-src="https://a.cn"/><image src="https://"/>', []],
  [
    '<wxs>var a = \'<image src="https://a.cn/x"/>\'</wxs><image src="https://b.cn/"/>',
    ['1:63 image https://b.cn/'],
  ],
  ['<input><image src="https://a.cn/x"><view', ['1:20 image https://a.cn/x']],
])('%s', async (text, expected) => {
  expect(await resources('a.wxml', text)).toEqual(expected)
})

test.each([
  ['<template><image src="https://a.cn/{{x}}"/></template>', []],
  ['<template>\n<img :src="\'https://a.cn/\' + x"></template>', ['2:12 image https://a.cn/']],
  [
    '<template><view v-if="a"><template #x><web-view v-bind:src="ok ? `https://a.cn/${x}` : y"/></template></view></template>',
    ['1:61 web-view https://a.cn/'],
  ],
  ['<docs><image src="https://a.cn/x"/></docs>', []],
  [
    '<template>\n<!-- #ifdef H5 -->\n<image src="https://h5.cn/x"/>\n<!-- #endif -->\n<image src="https://a.cn/x"/></template>',
    ['5:13 image https://a.cn/x'],
  ],
])('%s', async (text, expected) => {
  expect(await resources('a.vue', text)).toEqual(expected)
})

test('lists in each other, and values that nobody wrote, take no longer than others', async () => {
  const nested = '<view v-for="a in a">'.repeat(3_000)
  const endless = `<up v-for="x${' '.repeat(200_000)}y" :url="${'('.repeat(200_000)}" />`
  const many = '<up :url="a(" @tap="b(url" />'.repeat(30_000)
  const code = `<template>${endless}${many}${nested}<up :url="base" /></template><script>export default {}</script>`
  const unit = await unitOf('a.vue', code, (text) => text)
  expect(unit.unit.shown?.at(-1)).toMatchObject({ tag: 'up', given: [{ name: 'url' }] })
  expect(unit.unit.shown?.at(-1)?.each).toHaveLength(8)
  const { modules } = await readScript(unit.unit, { isOwn: true })
  expect(modules[0]?.shown).toHaveLength(unit.unit.shown?.length ?? 0)
})
