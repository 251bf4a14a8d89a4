import { defineRule, evidence, fail, notApplicable, pass, unknown } from '../../../src/engine/rule.js'
import { specialUse } from '../../../src/facts/index.js'
import { AN_ADDRESS } from '../../presuppositions.js'

function specialOnly(address: string) {
  const use = specialUse(address)
  return use ? [{ address, use }] : []
}

/** Phones are on the public internet, so an address that exists only inside a network is useless to them. */
export default defineRule({
  id: 'dns/private-address',
  subject: 'target',
  presupposes: AN_ADDRESS,
  needs: ['dns'],
  evidence: evidence<{
    pass: { addresses: string[] }
    'proxy-address': { addresses: string[]; resolver: string }
    all: { addresses: string[]; uses: string[]; resolver: string }
    some: { addresses: string[]; uses: string[]; resolver: string }
    'no-answer': { resolver: string; cause: string }
    'rest-unanswered': { resolver: string; cause: string }
  }>(),
  reasons: {
    'proxy-address': 'unknown',
    all: 'fail',
    some: 'fail',
    'no-answer': 'unknown',
    'rest-unanswered': 'unknown',
  },
  judge({ dns }) {
    if (dns.source !== 'resolver') return [notApplicable]
    const addresses = [...dns.a.addresses, ...dns.aaaa.addresses]
    const open = [dns.a, dns.aaaa].find(({ kind }) => kind === 'timeout' || kind === 'failed')
    const unheard = open && { resolver: dns.resolver ?? '', cause: open.code ?? open.kind }
    if (addresses.length === 0) return [unheard ? unknown('no-answer', unheard) : notApplicable]
    const special = addresses.flatMap(specialOnly)
    if (special.length === 0) return [unheard ? unknown('rest-unanswered', unheard) : pass({ addresses })]
    // 198.18.0.0/15 is never in public DNS: a proxy program on this machine answers with such addresses and hides the
    // real ones.
    const made = special.filter(({ use }) => use === 'benchmarking').map(({ address }) => address)
    if (made.length > 0) return [unknown('proxy-address', { addresses: made, resolver: dns.resolver ?? '' })]
    const found = {
      addresses: special.map(({ address }) => address),
      uses: [...new Set(special.map(({ use }) => use))],
      resolver: dns.resolver ?? '',
    }
    return [special.length === addresses.length ? fail('all', found) : fail('some', found)]
  },
})
