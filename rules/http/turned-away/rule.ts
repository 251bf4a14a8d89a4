import { defineRule, evidence, type Finding, fail, notApplicable, pass } from '../../../src/engine/rule.js'
import { A_CONNECTION } from '../../presuppositions.js'
import { type TurnedAway, turnedAway } from '../guards.js'

type Answer = { path: string; status: number }

type Reasons = {
  pass: { paths: string[] }
  /** `sign`: the words or URL that identify the block page. */
  unfiled: Answer & { provider: string; sign: string }
  'hot-link': Answer & { without: number }
  challenge: Answer & { by: string }
  firewall: Answer & { by: string }
  'origin-lost': Answer & { by: string; title: string }
  'plain-to-tls': Answer & { sign: string }
  misdirected: Answer
}

/** Whatever is in front of the server lets mini programs through. */
export default defineRule({
  id: 'http/turned-away',
  subject: 'http',
  presupposes: A_CONNECTION,
  needs: ['http'],
  evidence: evidence<Reasons>(),
  reasons: {
    unfiled: 'fail',
    'hot-link': 'fail',
    challenge: 'fail',
    firewall: 'fail',
    'origin-lost': 'fail',
    'plain-to-tls': 'fail',
    misdirected: 'fail',
  },
  judge({ http }) {
    if (http.paths.length === 0) return [notApplicable]
    const found = http.paths.flatMap((path) => {
      const turned = turnedAway(path)
      return turned ? [findingOf(path.path, turned)] : []
    })
    return found.length > 0 ? found : [pass({ paths: http.paths.map(({ path }) => path) })]
  },
})

function findingOf(path: string, turned: TurnedAway): Finding<Reasons> {
  const { status } = turned
  if (turned.by === 'filing') {
    const { provider, sign } = turned
    return fail('unfiled', { path, status, provider, sign })
  }
  if (turned.by === 'referer') return fail('hot-link', { path, status, without: turned.without })
  if (turned.by === 'challenge') return fail('challenge', { path, status, by: turned.network })
  if (turned.by === 'firewall') return fail('firewall', { path, status, by: turned.network })
  if (turned.by === 'origin')
    return fail('origin-lost', { path, status, by: turned.network, title: turned.title })
  if (turned.by === 'plain') return fail('plain-to-tls', { path, status, sign: turned.sign })
  return fail('misdirected', { path, status })
}
