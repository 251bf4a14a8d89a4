/** Checks beyond the schema: do ids exist, are dates valid, are numbers consistent? */
import { compareVersions } from '../facts/index.js'
import { FAMILIES } from '../types.js'
import { bareHost, canonicalHost } from './bare-host.js'
import type { Check } from './check.js'
import { LEGACY_OS, SUPPORTED_OS } from './defaults.js'
import { withSuffix } from './entry.js'
import { get, type Node, pair, pairs, text } from './nodes.js'
import { checkRules } from './rules.js'
import { checkScan } from './scan.js'
import { loadSuffixes } from './suffix.js'
import { checkWaivers } from './waivers.js'

/** Skips what has the wrong shape, which is already reported. */
export async function checkMeaning(root: Node, check: Check): Promise<void> {
  checkDomains(root, check)
  checkOsVersions(root, check)
  checkPaths(root, check)
  await checkIcp(root, check)
  checkRules(get(root, 'rules'), check)
  checkWaivers(get(root, 'waivers'), check)
  checkScan(get(root, 'scan'), check)
}

function checkDomains(root: Node, { texts, report }: Check): void {
  const lists = [get(root, 'domains'), ...FAMILIES.map((family) => get(get(root, family), 'domains'))]
  for (const list of lists) {
    const [alias, name] = [pair(list, 'socket'), pair(list, 'connectSocket')]
    if (alias && name) report(Math.max(alias.at, name.at), texts.socketTwice)
  }
}

function checkOsVersions(root: Node, { texts, report }: Check): void {
  for (const os of ['ios', 'android'] as const) {
    const [supported, legacy] = [get(get(root, 'supportedOs'), os), get(get(root, 'legacyOs'), os)]
    const supportedText = supported ? text(supported) : SUPPORTED_OS[os]
    const legacyText = legacy ? text(legacy) : LEGACY_OS[os]
    if (supportedText === undefined || legacyText === undefined) continue
    if (!isVersion(supportedText) || !isVersion(legacyText)) continue
    const at = legacy?.at ?? supported?.at
    if (at !== undefined && compareVersions(legacyText, supportedText) > 0)
      report(at, texts.legacyNewer(os, legacyText, supportedText))
  }
}

function isVersion(version: string): boolean {
  return /^\d{1,2}(?:\.\d{1,2}){0,2}$/.test(version)
}

function checkPaths(root: Node, { texts, report }: Check): void {
  for (const { key, at } of pairs(get(root, 'paths')))
    if (canonicalHost(key.replace(/^wss:\/\//i, '')) === null)
      report(at, texts.wrong('paths', texts.expected.hostOrSocket, JSON.stringify(key)))
}

async function checkIcp(root: Node, { texts, report }: Check): Promise<void> {
  const filings = pairs(get(root, 'icp'))
  if (filings.length === 0) return
  const suffixes = await loadSuffixes()
  for (const { key, at } of filings) {
    const host = canonicalHost(key)
    const { registrableDomain } = withSuffix(bareHost(key), suffixes)
    if (host === null || registrableDomain === null)
      report(at, texts.wrong('icp', texts.expected.domain, JSON.stringify(key)))
    else if (registrableDomain !== host) report(at, texts.notRegistrable(key, registrableDomain))
  }
}
