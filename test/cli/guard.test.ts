/** Who may ask the server: no page on the internet, by no way. */
import { expect, test } from 'vitest'
import { type Asked, refusal } from '../../src/cli/serve/guard.js'

const TOKEN = 'a-token-of-some-length'
const plain: Asked = {
  method: 'GET',
  host: '127.0.0.1:9876',
  ...{ origin: undefined, fetchSite: undefined, contentType: undefined },
  ...{ authorization: undefined, cookie: undefined },
}
const open = { token: null, hosts: ['hefa.example.com'] }
const closed = { ...open, token: TOKEN }

test.each<[string, Partial<Asked>, number | null]>([
  ['curl', {}, null],
  ['a browser that was typed into', { fetchSite: 'none' }, null],
  ['the page itself', { fetchSite: 'same-origin', origin: 'http://127.0.0.1:9876' }, null],
  ['localhost', { host: 'localhost:9876' }, null],
  ['IPv6', { host: '[::1]:9876' }, null],
  ['a name that was allowed', { host: 'HEFA.example.com' }, null],
  ['a name that was pointed here', { host: 'rebound.example.net:9876' }, 403],
  ['a name that begins like an address', { host: '127.0.0.1.example.net' }, 403],
  ['a name with an allowed one in it', { host: 'hefa.example.com.example.net' }, 403],
  ['no host', { host: undefined }, 400],
  ['a broken host', { host: 'a b' }, 400],
  ['a host with a user', { host: 'localhost@example.net' }, 400],
  ['an image on another page', { fetchSite: 'cross-site' }, 403],
  ['a page on another port', { fetchSite: 'same-site' }, 403],
  ['a form of another page, old browser', { method: 'POST', origin: 'https://example.net' }, 403],
  ['a form without an origin', { method: 'POST', origin: 'null' }, 403],
  ['a form of the page’s own address', { method: 'POST', contentType: 'text/plain' }, 415],
  ['JSON', { method: 'POST', contentType: 'application/json; charset=utf-8' }, null],
  ['JSON in name only', { method: 'POST', contentType: 'application/jsonp' }, 415],
])('%s', (_, asked, status) => {
  expect(refusal({ ...plain, ...asked }, open)).toBe(status)
})

test.each<[string, Partial<Asked>, number | null]>([
  ['nobody', {}, 401],
  ['a program', { authorization: `Bearer ${TOKEN}` }, null],
  ['a browser', { cookie: `other=1; hefa-token=${TOKEN}` }, null],
  ['another token', { authorization: `Bearer ${TOKEN}x` }, 401],
  ['an empty one', { cookie: 'hefa-token=' }, 401],
])('with a token: %s', (_, asked, status) => {
  expect(refusal({ ...plain, ...asked }, closed)).toBe(status)
})
