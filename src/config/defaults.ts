/** Defaults of a config. */
import { DEFAULT_FAMILIES } from '../platforms/index.js'
import type { OsVersions } from './types.js'

export const PLATFORMS = DEFAULT_FAMILIES
export const LIMITS = { domainsPerApi: 20, domainsPerApp: 30 }
export const SUPPORTED_OS: OsVersions = { ios: '15', android: '10' }
export const LEGACY_OS: OsVersions = { ios: '12', android: '7.0' }
