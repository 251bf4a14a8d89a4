/** Which clients represent which platform, and which of them a release must reach. */
import { isUpTo } from '../facts/index.js'
import { byPlatformId, type PlatformId, platformData, type Stack } from '../platforms/index.js'
import { CLIENTS } from './table.js'
import type { Client, ClientFamily } from './types.js'

export type { Stack } from '../platforms/index.js'

/** One server usually serves several APIs, so it is tested against all network stacks of a platform. */
export const STACKS: Record<PlatformId, readonly Stack[]> = byPlatformId((id) => platformData(id).stacks)

/** Clients that represent no platform: other apps' libraries, and settings that an app has to enable itself. */
const NOBODY = new Set(['android-4.4-tls12', 'android-7.0-okhttp', 'android-11-okhttp'])
/** Recorded on desktop only: devtools, not cronet in an app. */
const DESKTOP = new Set(['chromium-124', 'chromium-131', 'chromium-133', 'chromium-150'])
/** Recorded on Android only. */
const MOBILE = new Set(['chromium-131-android', 'cronet-android-16'])

/**
 * Cronet and devtools embed a Chromium whose version isn't published. From 98 (2022, without TLS 1.0 and 1.1) it must
 * connect; down to 70 (2018, the first with TLS 1.3) it should.
 */
const CHROMIUM = { supported: '98', legacy: '70' }

export interface OsVersions {
  ios: string
  android: string
}
export type Tier = 'supported' | 'legacy' | 'old'

const ofPlatform = new Map<PlatformId, readonly Client[]>()

/** Oldest generation of each family first. */
export function clientsOf(platform: PlatformId): readonly Client[] {
  const known = ofPlatform.get(platform) ?? findClients(platform)
  ofPlatform.set(platform, known)
  return known
}

function findClients(platform: PlatformId): Client[] {
  const families = new Set(STACKS[platform].map(({ family }) => family))
  const elsewhere = platformData(platform).recordedOn === 'desktop' ? MOBILE : DESKTOP
  return CLIENTS.filter(
    ({ id, family }) =>
      families.has(family) && !NOBODY.has(id) && !(family === 'chromium' && elsewhere.has(id)),
  )
}

/** Asked for every client, address and platform of a run, whose versions are two objects. */
const tiers = new WeakMap<OsVersions, WeakMap<OsVersions, Map<Client, Tier>>>()

/** A generation counts if any of its versions does; versions newer than the newest known count as that. */
export function tierOf(client: Client, supportedOs: OsVersions, legacyOs: OsVersions): Tier {
  const ofSupported = tiers.get(supportedOs) ?? new WeakMap<OsVersions, Map<Client, Tier>>()
  tiers.set(supportedOs, ofSupported)
  const ofBoth = ofSupported.get(legacyOs) ?? new Map<Client, Tier>()
  ofSupported.set(legacyOs, ofBoth)
  const known = ofBoth.get(client) ?? findTier(client, supportedOs, legacyOs)
  ofBoth.set(client, known)
  return known
}

function findTier(client: Client, supportedOs: OsVersions, legacyOs: OsVersions): Tier {
  const { family } = client
  const from = family === 'chromium' ? CHROMIUM.supported : supportedOs[family]
  const down = family === 'chromium' ? CHROMIUM.legacy : legacyOs[family]
  if (reaches(client, from)) return 'supported'
  return reaches(client, down) ? 'legacy' : 'old'
}

function reaches(client: Client, version: string): boolean {
  if (client === newest(client.family)) return true
  return isUpTo(client.to, version)
}

const newestOf = new Map<ClientFamily, Client | undefined>()

function newest(family: ClientFamily): Client | undefined {
  if (!newestOf.has(family)) {
    const own = CLIENTS.filter((client) => client.family === family && !NOBODY.has(client.id))
    newestOf.set(
      family,
      own.findLast(({ id }) => !MOBILE.has(id)),
    )
  }
  return newestOf.get(family)
}
