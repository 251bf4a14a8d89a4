import { expect, test } from 'vitest'
import { openProject } from '../../../src/scan/project/index.js'
import { parseJson } from '../../../src/scan/project/json.js'
import { folderWith } from './folder.js'

const settings = async (files: Record<string, string>) => {
  const project = await openProject(folderWith(files))
  return project.settings.map(
    ({ place: { file, line, column }, name, value }) => `${file}:${line}:${column} ${name} ${value}`,
  )
}

const off = '{ "setting": { "urlCheck": false } }'
const on = '{ "setting": { "urlCheck": true } }'

test.each<[string, Record<string, string>, string[]]>([
  [
    'the private file wins',
    { 'project.config.json': off, 'project.private.config.json': on },
    ['project.private.config.json:1:16 setting.urlCheck true'],
  ],
  [
    'where it says nothing the other holds',
    { 'project.config.json': off, 'project.private.config.json': '{ "setting": {} }' },
    ['project.config.json:1:16 setting.urlCheck false'],
  ],
  [
    'the private file is read though git ignores it',
    {
      '.gitignore': 'project.private.config.json',
      'project.config.json': on,
      'project.private.config.json': off,
    },
    ['project.private.config.json:1:16 setting.urlCheck false'],
  ],
  ['no switch', { 'project.config.json': '{ "setting": { "urlCheck": "false" } }' }, []],
  [
    'timeouts of four APIs alone',
    { 'app.json': '{ "pages": [],\n "networkTimeout": { "request": 1, "other": 2, "uploadFile": "3" } }' },
    ['app.json:2:22 networkTimeout.request 1'],
  ],
  [
    'ext.json that is off',
    {
      'app.json': '{ "pages": [] }',
      'ext.json': '{ "extEnable": false, "networkTimeout": { "request": 1 } }',
    },
    [],
  ],
  [
    'below miniprogramRoot',
    {
      'project.config.json': '{ "miniprogramRoot": "mp" }',
      'mp/app.json': '{ "networkTimeout": { "downloadFile": 5 } }',
    },
    ['mp/app.json:1:23 networkTimeout.downloadFile 5'],
  ],
  [
    'uni-app',
    {
      'manifest.json':
        '{ "networkTimeout": { "request": 5 }, // c\n"mp-weixin": { "setting": { "urlCheck": false } } }',
      'pages.json': '{}',
    },
    ['manifest.json:2:29 mp-weixin.setting.urlCheck false', 'manifest.json:1:23 networkTimeout.request 5'],
  ],
  [
    'Alipay’s own, below its root',
    {
      'mini.project.json': '{ "miniprogramRoot": "client" }',
      'client/app.json': '{ "networkTimeout": { "request": 5 } }',
      'client/.mini-ide/project-ide.json':
        '{ "ignoreHttpDomainCheck": true, "ignoreWebViewDomainCheck": true }',
    },
    ['client/.mini-ide/project-ide.json:1:3 ignoreHttpDomainCheck true'],
  ],
])('%s', async (_, files, expected) => {
  expect(await settings(files)).toEqual(expected)
})

test('a broken file is reported with its place, once', async () => {
  const { passedOver } = await openProject(folderWith({ 'project.config.json': '{\n  "setting": oops\n}' }))
  expect(passedOver).toEqual([{ file: 'project.config.json', reason: 'syntax', line: 2, column: 14 }])
})

test('a secret in ext.json and in the part of a manifest that is shipped', async () => {
  const value = '0a1b2c3d4e5f60718293a4b5c6d7e8f9'
  const ext = await openProject(
    folderWith({ 'app.json': '{ "pages": [] }', 'ext.json': `{ "ext": [{ "appSecret": "${value}" }] }` }),
  )
  expect(ext.secrets).toEqual([
    { place: { file: 'ext.json', line: 1, column: 26 }, kind: 'app-secret', text: '0a…f9' },
  ])
  const part = (key: string) => ({
    'manifest.json': `{ "${key}": { "appsecret": "${value}" } }`,
    'pages.json': '{}',
  })
  expect((await openProject(folderWith(part('mp-weixin')))).secrets).toHaveLength(1)
  expect((await openProject(folderWith(part('app-plus')))).secrets).toEqual([])
})

test.each([
  "{ 'a': 1 }",
  '{ a: 1 }',
  '[1, , 2]',
  '(1)',
  '{ "a": x }',
  '',
  '{ "a": 1 } 2',
  '{ ["a"]: 1 }',
  '[...[1]]',
  '`a`',
  '{ "a"() {} }',
])("%s isn't JSON", (text) => expect(parseJson(text)).toHaveProperty('fault'))

test.each(['[[[', '{"a":', '-'])('%s over and over ends in a fault', (text) => {
  expect(parseJson(text.repeat(20_000))).toHaveProperty('fault')
})
