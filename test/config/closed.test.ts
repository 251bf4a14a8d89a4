/** What would be left out in silence is a problem of the config. */
import { expect, test } from 'vitest'
import { loadConfig } from '../../src/index.js'

const load = (config: object) => loadConfig('c.json', { text: JSON.stringify(config) })
const request = ['https://a.cn']

test.each([
  [
    { errcode: 0, requestdomain: request, downloaddomains: ['https://b.cn'] },
    'did you mean "downloaddomain"?',
  ],
  [{ requestdomain: request, Uploaddomain: [] }, 'unknown key "Uploaddomain"'],
  [{ errcode: 0, requestdomain: request, invalid_requestdomain: ['https://b'] }, 'the console refused'],
])('a list of the console that is not understood: %j', async (config, message) => {
  expect(await load(config)).toMatchObject({ problems: [{ message: expect.stringContaining(message) }] })
})

test('the console’s own other keys are not ours', async () => {
  const config = {
    errcode: 0,
    errmsg: 'ok',
    action: 'get',
    requestdomain: request,
    bizdomain: ['https://c.cn'],
  }
  expect(await load({ ...config, invalid_requestdomain: [], no_icp_domain: [] })).toHaveProperty('config')
})

test('every rule off is nothing to judge', async () => {
  const { ruleCatalogue } = await import('../../src/index.js')
  const rules = await ruleCatalogue('en')
  const off = (ids: string[]) => ({
    domains: { request },
    rules: Object.fromEntries(ids.map((id) => [id, 'off'])),
  })
  const all = rules.map(({ id }) => id).filter((id) => id !== 'audit/complete')
  const allOff = [{ message: expect.stringContaining('every rule is switched off') }]
  expect(await load(off(all))).toMatchObject({ problems: allOff })
  const ofWechat = rules.filter(({ platforms }) =>
    platforms.some(({ platform }) => platform.startsWith('wechat')),
  )
  expect(await load(off(ofWechat.map(({ id }) => id).filter((id) => id !== 'audit/complete')))).toMatchObject(
    {
      problems: allOff,
    },
  )
  expect(await load(off(all.slice(1)))).toHaveProperty('config')
})

test.each(['off', 'warning'])('completeness can not be set to %s', async (level) => {
  expect(await load({ domains: { request }, rules: { 'audit/complete': level } })).toMatchObject({
    problems: [{ message: '"audit/complete" can neither be switched off nor lowered' }],
  })
})
