import { parse } from '@babel/parser'
import { expect, test } from 'vitest'
import type { SecretFact } from '../../../src/facts/index.js'
import { type AstNode, childrenOf } from '../../../src/scan/project/tree.js'
import { maskSecrets, secretsOf } from '../../../src/scan/secrets/index.js'

const HEX = '0a1b2c3d4e5f60718293a4b5c6d7e8f9'

function secretsIn(code: string, values = new Set<string>()): string[] {
  const unit = { file: 'a.tsx', code, language: 'ts' as const }
  const tree = parse(code, { sourceType: 'module', plugins: ['typescript', 'jsx'] })
  const waiting = [tree as unknown as AstNode]
  const found: SecretFact[] = []
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    found.push(...secretsOf(unit, node, values))
    waiting.push(...childrenOf(node))
  }
  expect(JSON.stringify(found)).not.toContain(HEX.slice(4, -4))
  return found.map(({ kind, text, place }) => `${place.line}:${place.column} ${kind} ${text}`)
}

test.each([
  `const appSecret = '${HEX}'`,
  `const APP_SECRET = "${HEX}"`,
  `x = { AppSecret: \`${HEX}\` }`,
  `x = { 'app-secret': '${HEX}' }`,
  `x['appsecret'] = '${HEX}'`,
  `this.secret = '${HEX}'`,
  `class A { #secret = '${HEX}' }`,
  `class A { static wxSecret: string = '${HEX}' }`,
  `enum E { SECRET = '${HEX}' }`,
  `function f(secret = '${HEX}') {}`,
  `const WX_SECRET = process.env.WX_SECRET || '${HEX.toUpperCase()}'`,
  `const secret = dev ? '' : ('${HEX}' as string)`,
  `get('https://x.cn/?appid=1&secret=${HEX}&a=1')`,
  `get(base + '&secret=' + '${HEX}')`,
  `x = <Login secret="${HEX}" />`,
  `const wxAppSecret = 'Zq8_kP3x-Lm5Tr7WnB2v'`,
])('%s', (code) => {
  const found = secretsIn(code)
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(/^1:\d+ app-secret (?:0a…f9|0A…F9|Zq…2v)$/)
})

test.each([
  `const appSecret = ''`,
  `const appSecret = 'your-app-secret-of-20-letters-1'`,
  `const appSecret = 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'`,
  `const appSecret = '${'0'.repeat(32)}'`,
  `const appSecret = process.env.APP_SECRET`,
  `const appSecret = 'appSecretStorageKeyName'`,
  `const md5 = '${HEX}'`,
  `const secret = '${HEX}0'`,
  `const secret = '${HEX.slice(1)}'`,
  `// appSecret = '${HEX}'`,
  `/* secret=${HEX} */ f()`,
  `x[secret] = '${HEX}'`,
  `get('https://x.cn/?token=${HEX}')`,
  `get('https://api.weixin.qq.com.acme.cn/cgi-bin/token')`,
  `get('https://api.weixin.qq.com/cgi-bin/tokens')`,
])('%s is none', (code) => expect(secretsIn(code)).toEqual([]))

test.each([
  [
    `f('https://api.weixin.qq.com/sns/jscode2session?x')`,
    '1:3 session-endpoint api.weixin.qq.com/sns/jscode2session',
  ],
  [
    'f(`https://api.weixin.qq.com/cgi-bin/token?a=${b}`)',
    '1:4 token-endpoint api.weixin.qq.com/cgi-bin/token',
  ],
  [
    `f('https://API.weixin.qq.com' + '/cgi-bin' + '/stable_token' + x)`,
    '1:3 token-endpoint api.weixin.qq.com/cgi-bin/stable_token',
  ],
])('%s', (code, expected) => expect(secretsIn(code)).toEqual([expected]))

test('the values are handed on for masking, and nowhere else', () => {
  const values = new Set<string>()
  secretsIn(`const secret = '${HEX}'`, values)
  expect(maskSecrets(`https://x.cn/${HEX}/y`, values)).toBe('https://x.cn/*/y')
})

test.each([
  [`https://x.cn/?appid=1&secret=${HEX}&js_code=2`, 'https://x.cn/?appid=1&secret=*&js_code=2'],
  ['https://x.cn/?AppSecret=short#secret=b', 'https://x.cn/?AppSecret=*#secret=*'],
  ['https://x.cn/?secret=', 'https://x.cn/?secret='],
  ['https://x.cn/secret/a=b', 'https://x.cn/secret/a=b'],
])('%s → %s', (text, expected) => expect(maskSecrets(text)).toBe(expected))
