/** Texts of the domain rules. */
import type duplicate from '../../../rules/domain/duplicate.js'
import type forbiddenHost from '../../../rules/domain/forbidden-host.js'
import type icpFiling from '../../../rules/domain/icp-filing.js'
import type icpTld from '../../../rules/domain/icp-tld.js'
import type ipAddress from '../../../rules/domain/ip-address.js'
import type limit from '../../../rules/domain/limit.js'
import type localhost from '../../../rules/domain/localhost.js'
import type port from '../../../rules/domain/port.js'
import type publicSuffix from '../../../rules/domain/public-suffix.js'
import type scheme from '../../../rules/domain/scheme.js'
import type subdomain from '../../../rules/domain/subdomain.js'
import type syntax from '../../../rules/domain/syntax.js'
import type { RuleText } from '../types.js'
import { domainEntry } from './domain-entry.js'
import { domainList } from './domain-list.js'

export interface DomainTexts {
  'domain/scheme': RuleText<typeof scheme>
  'domain/ip-address': RuleText<typeof ipAddress>
  'domain/localhost': RuleText<typeof localhost>
  'domain/forbidden-host': RuleText<typeof forbiddenHost>
  'domain/port': RuleText<typeof port>
  'domain/syntax': RuleText<typeof syntax>
  'domain/limit': RuleText<typeof limit>
  'domain/duplicate': RuleText<typeof duplicate>
  'domain/subdomain': RuleText<typeof subdomain>
  'domain/public-suffix': RuleText<typeof publicSuffix>
  'domain/icp-tld': RuleText<typeof icpTld>
  'domain/icp-filing': RuleText<typeof icpFiling>
}

export const domain: DomainTexts = { ...domainEntry, ...domainList }
