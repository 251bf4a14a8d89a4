import type revocation from '../../rules/certificate/revocation.js'
import type { RuleText } from './types.js'

export interface RevocationTexts {
  'certificate/revocation': RuleText<typeof revocation>
}
