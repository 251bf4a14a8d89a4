import { defineRule, evidence, fail, notApplicable, pass } from '../../src/engine/rule.js'
import { specialUse } from '../../src/facts/index.js'

/** Phones are outside: an address that exists only inside a network is no address for them. */
export default defineRule({
  id: 'dns/private-address',
  subject: 'target',
  needs: ['dns'],
  evidence: evidence<{
    pass: { addresses: string[] }
    all: { addresses: string[]; uses: string[]; resolver: string }
    some: { addresses: string[]; uses: string[]; resolver: string }
  }>(),
  judge({ dns }) {
    const addresses = [...dns.a.addresses, ...dns.aaaa.addresses]
    if (dns.source !== 'resolver' || addresses.length === 0) return [notApplicable]
    const special = addresses.flatMap((address) => {
      const use = specialUse(address)
      return use ? [{ address, use }] : []
    })
    if (special.length === 0) return [pass({ addresses })]
    const found = {
      addresses: special.map(({ address }) => address),
      uses: [...new Set(special.map(({ use }) => use))],
      resolver: dns.resolver ?? '',
    }
    return [special.length === addresses.length ? fail('all', found) : fail('some', found)]
  },
})
