/** Texts of the domain rules. */
import type { DomainTexts } from '../en/domain.js'
import { domainEntry } from './domain-entry.js'
import { domainList } from './domain-list.js'

export const domain: DomainTexts = { ...domainEntry, ...domainList }
