import { defineRule, evidence, fail, notApplicable, pass } from '../../../src/engine/rule.js'
import { FAMILIES } from '../../../src/types.js'
import { A_CONNECTION } from '../../presuppositions.js'
import { turnedAway } from '../guards.js'

type Reasons = {
  pass: { paths: string[] }
  'not-json': { path: string; contentType: string }
}

/** A call's `dataType` defaults to json, so a successful answer should be JSON. */
export default defineRule({
  id: 'http/json',
  subject: 'http',
  presupposes: A_CONNECTION,
  needs: ['http', 'entries'],
  parameters: { family: FAMILIES[0] },
  evidence: evidence<Reasons>(),
  reasons: { 'not-json': 'fail' },
  judge({ http, entries }, { family }) {
    // Uploads and downloads transfer files, and no call uses the default path.
    const asked = entries.some((entry) => entry.family === family && entry.api === 'request')
    const paths = asked ? http.paths.filter((path) => path.configured && !turnedAway(path)) : []
    const read = paths.flatMap(({ path, exchanges }) => {
      const answer = exchanges.at(-1)?.answer
      if (answer?.kind !== 'answered' || answer.status < 200 || answer.status > 299) return []
      const { json, contentType = '' } = answer
      const other = json === false || /html/i.test(contentType)
      return json === undefined && !other ? [] : [{ path, contentType, other }]
    })
    if (read.length === 0) return [notApplicable]
    const found = read.filter(({ other }) => other)
    if (found.length === 0) return [pass({ paths: read.map(({ path }) => path) })]
    return found.map(({ path, contentType }) => fail('not-json', { path, contentType }))
  },
})
