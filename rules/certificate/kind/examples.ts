import type { EvidenceOf } from '../../../src/engine/rule.js'
import { NAMED } from '../../../test/rules/certificate/examples.js'
import type rule from './rule.js'

export default {
  pass: { certificate: NAMED },
  default: { certificate: NAMED, issuer: 'CA 0', product: 'Traefik' },
  'origin-ca': { certificate: NAMED, issuer: 'CA 0', product: 'Cloudflare' },
  staging: { certificate: NAMED, issuer: 'CA 0', product: 'Let’s Encrypt' },
  development: { certificate: NAMED, issuer: 'CA 0', product: 'mkcert' },
  sm2: { certificate: NAMED },
} satisfies EvidenceOf<typeof rule>
