import type chainComplete from '../../rules/certificate/chain-complete.js'
import type chainOrder from '../../rules/certificate/chain-order.js'
import type chainSurplus from '../../rules/certificate/chain-surplus.js'
import type distrustedCa from '../../rules/certificate/distrusted-ca.js'
import type encoding from '../../rules/certificate/encoding.js'
import type expiresSoon from '../../rules/certificate/expires-soon.js'
import type extendedKeyUsage from '../../rules/certificate/extended-key-usage.js'
import type hostname from '../../rules/certificate/hostname.js'
import type keyMatch from '../../rules/certificate/key-match.js'
import type keyStrength from '../../rules/certificate/key-strength.js'
import type lifetime from '../../rules/certificate/lifetime.js'
import type path from '../../rules/certificate/path.js'
import type selfSigned from '../../rules/certificate/self-signed.js'
import type signatureAlgorithm from '../../rules/certificate/signature-algorithm.js'
import type transparency from '../../rules/certificate/transparency.js'
import type trusted from '../../rules/certificate/trusted.js'
import type validity from '../../rules/certificate/validity.js'
import type { RuleText } from './types.js'

/** What single certificates are asked. */
export interface CertificateTexts {
  'certificate/validity': RuleText<typeof validity>
  'certificate/expires-soon': RuleText<typeof expiresSoon>
  'certificate/hostname': RuleText<typeof hostname>
  'certificate/self-signed': RuleText<typeof selfSigned>
  'certificate/transparency': RuleText<typeof transparency>
  'certificate/encoding': RuleText<typeof encoding>
  'certificate/key-strength': RuleText<typeof keyStrength>
  'certificate/signature-algorithm': RuleText<typeof signatureAlgorithm>
  'certificate/extended-key-usage': RuleText<typeof extendedKeyUsage>
  'certificate/lifetime': RuleText<typeof lifetime>
}

/** What the chain as a whole is asked. */
export interface ChainTexts {
  'certificate/chain-complete': RuleText<typeof chainComplete>
  'certificate/chain-order': RuleText<typeof chainOrder>
  'certificate/chain-surplus': RuleText<typeof chainSurplus>
  'certificate/key-match': RuleText<typeof keyMatch>
  'certificate/trusted': RuleText<typeof trusted>
  'certificate/distrusted-ca': RuleText<typeof distrustedCa>
  'certificate/path': RuleText<typeof path>
}
