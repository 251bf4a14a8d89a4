/** What was found in a mini program's source → cases for rules, along with the lists. */

import type { Mentions, SourceCase } from '../engine/index.js'
import type {
  CallFact,
  EntryFact,
  MissingFact,
  Place,
  ProjectFacts,
  SettingFact,
  SteeringFact,
} from '../facts/index.js'
import { settingOwners } from '../platforms/index.js'
import { type ApiName, FAMILIES, type Family } from '../types.js'
import { coverageCases, mayCall, strangersTo } from './coverage-cases.js'
import { entryAt } from './entry-at.js'
import { mentionCases } from './mention-cases.js'
import { type KnownLists, nearIn, type Origins, originsOf, originText, taken } from './origins.js'
import { seenCalls, sightings } from './seen-cases.js'

export interface Lists {
  /** Every entry of the config, parsed. */
  entries: readonly EntryFact[]
  /** Families whose lists are known; for others nothing can be missing. */
  families: ReadonlySet<Family>
}

/** Calls of other vendors' platforms concern no list here, and those in files that nothing leads to ask nobody. */
export async function casesOf(found: ProjectFacts, lists: Lists): Promise<SourceCase[]> {
  const written = found.calls.filter(({ foreign }) => !foreign)
  const own = written.filter(({ unreached }) => !unreached)
  const recorded = seenCalls({ ...found, calls: own }, lists.entries)
  const project = { ...found, calls: [...own, ...recorded] }
  const { calls, settings, resources, secrets, families } = project
  // What stands in the source at all keeps an entry of a list from being told as unused.
  const mentioned = { ...found, calls: [...written, ...recorded] }
  const origins = await originsOf(mentioned)
  const listedIn = (family: Family) => lists.entries.filter(({ entry }) => entry.family === family)
  const known: KnownLists = new Map(
    [...lists.families].map((family) => [family, { listed: listedIn(family), nearest: new Map() }]),
  )
  const first = new Map<string, Place>()
  return [
    ...calls.flatMap((call) => urlCases(call, { origins, known, first })),
    ...written.flatMap((call) => (call.unreached && !mayAskNobody(call) ? unreachedCase(call) : [])),
    ...own.flatMap(partCases),
    ...(found.closings ?? []).flatMap(partCases).filter(({ subject }) => subject === 'option'),
    ...coverageCases(found),
    ...settings.map((setting): SourceCase => {
      const entry = entryAt(setting.place, setting.name, apiOf(setting))
      return {
        subject: 'setting',
        families: familiesOf(setting, families),
        facts: () => ({ setting }),
        entry,
      }
    }),
    ...resources.map((resource): SourceCase => {
      const text = originText(resource.url)
      const origin = taken(origins, text)
      const entry = entryAt(resource.place, text, 'downloadFile')
      return { subject: 'resource', families, facts: () => ({ resource, origin }), entry }
    }),
    ...secrets.map((secret): SourceCase => {
      const entry = entryAt(secret.place, secret.text, 'request')
      return { subject: 'secret', families, facts: () => ({ secret }), entry }
    }),
    ...socketCases(calls),
    ...mentionCases(project, origins, known),
    ...project.silentClients.map((client): SourceCase => {
      const entry = entryAt(client.place, client.name, 'request')
      return { subject: 'client', families, facts: () => ({ client }), entry }
    }),
    ...(project.libraries ?? []).map((library): SourceCase => {
      const entry = entryAt(library.place, library.name, 'request')
      return { subject: 'library', families, facts: () => ({ library }), entry }
    }),
    ...listingCases(mentioned, origins, known, strangersTo(found)),
    ...(project.steering ?? []).map(steeringCase),
    ...sightings({ ...found, calls: own }).map((sighting): SourceCase => {
      const entry = entryAt(sighting.place, sighting.origin, 'request')
      return { subject: 'sighting', families: [], facts: () => ({ sighting }), entry }
    }),
  ]
}

export function steeringCase(steering: SteeringFact): SourceCase {
  const entry = entryAt(steering.place, steering.name, 'request')
  return { subject: 'steering', families: [], facts: () => ({ steering }), entry }
}

/**
 * One case for each URL of a call, located where its host is written, and one for each value that could not be
 * determined.
 */
function urlCases(
  call: CallFact,
  { origins, known, first }: { origins: Origins; known: KnownLists; first: Map<string, Place> },
): SourceCase[] {
  const { families, place, callee, api } = call
  const told = call.urls.map((url): SourceCase => {
    const text = originText(url.text)
    const origin = taken(origins, text)
    return {
      subject: 'url',
      families,
      facts: (family) => {
        const list = known.get(family)
        const near = list && origin.host !== null ? nearIn(list, origin.host) : null
        return { call, called: { url, origin }, listed: list?.listed ?? null, near, missing: null }
      },
      entry: entryAt(url.place, text, api),
    }
  })
  if (call.undetermined === null && (told.length > 0 || call.asksNobody)) return told
  const lacks = call.missing?.length ? call.missing : [null]
  const open = lacks.map((missing): SourceCase => {
    const lack = missing && { ...missing, place: lackPlace(missing, first) }
    const facts = (family: Family) => ({
      ...{ call, called: null, listed: known.get(family)?.listed ?? null, near: null },
      missing: lack,
    })
    const entry = lack ? entryAt(lack.place, lack.name, 'request') : entryAt(place, callee, api)
    return { subject: 'url', families, facts, entry }
  })
  return [...told, ...open]
}

/** What may be a file only is no reason to tell of a file that nothing leads to. */
const mayAskNobody = ({ mayBeFile, urls }: CallFact) => mayBeFile === true && urls.length === 0

/** Wherever it leads, it is reported with all others of its file. */
function unreachedCase(call: CallFact): SourceCase {
  const { families, place, callee, api } = call
  const facts = () => ({ call, called: null, listed: null, near: null, missing: null })
  return {
    ...{ subject: 'url', families, facts },
    entry: entryAt({ ...place, line: 1, column: 1 }, callee, api),
  }
}

/** A missing value is located where it is first written: it is one thing, whichever calls need it. */
function lackPlace(missing: MissingFact, first: Map<string, Place>): Place {
  const key = thingOf(missing)
  const known = first.get(key) ?? missing.place
  first.set(key, known)
  return known
}

/** `config#host`: of a module, whichever way it came from there. */
const OF_MODULE = /^[^:#]+(?=#)/

/** Members of one module are one thing, and so are all paths used in one file. */
function thingOf({ name, define, reason, place, sure }: MissingFact): string {
  if (reason === 'no-server') return JSON.stringify([reason, place.file, sure])
  if (reason === 'import' && define !== null) return define.replace(/#.*$/s, '')
  const module = OF_MODULE.exec(define ?? '')?.[0]
  if (module !== undefined) return module
  return define ?? JSON.stringify([name, place])
}

function partCases(call: CallFact): SourceCase[] {
  const { families, place, callee, api } = call
  return [
    { subject: 'call', families, facts: () => ({ call }), entry: entryAt(place, callee, api) },
    ...call.methods.map(
      ({ text, place: at }): SourceCase => ({
        subject: 'method',
        families,
        facts: () => ({ call, method: text }),
        entry: entryAt(at, text, api),
      }),
    ),
    ...(call.options ?? []).map(
      (option): SourceCase => ({
        subject: 'option',
        families,
        facts: () => ({ call, option }),
        entry: entryAt(option.place, `${option.name}: ${option.value}`.slice(0, 200), api),
      }),
    ),
    ...call.headers.map(
      ({ name, place: at }): SourceCase => ({
        subject: 'header',
        families,
        facts: () => ({ header: name }),
        entry: entryAt(at, name, api),
      }),
    ),
  ]
}

/** All sockets of a family together, located where the second one is opened. */
function socketCases(calls: readonly CallFact[]): SourceCase[] {
  return FAMILIES.flatMap((family): SourceCase[] => {
    const sockets = calls.filter((call) => call.api === 'connectSocket' && runsOn(call.families, family))
    const at = sockets[1] ?? sockets[0]
    if (!at) return []
    const entry = entryAt(at.place, at.callee, 'connectSocket')
    return [{ subject: 'sockets', families: [family], facts: () => ({ sockets }), entry }]
  })
}

/** A family without any call is undetermined as a whole: nothing is reported for the single entries of its list. */
function listingCases(
  project: ProjectFacts,
  origins: Origins,
  known: KnownLists,
  strangers: readonly Family[],
): SourceCase[] {
  return [...known].flatMap(([family, { listed }]) => {
    if (strangers.includes(family)) return []
    const all = mentionsOf(project, origins, family)
    const of = (kind: Kind) => gapsIn(project, origins, family, kind)
    const gaps = { udp: of('udp'), tcp: of('tcp'), others: of('others') }
    return listed.map((fact): SourceCase => {
      const { family: _, ...entry } = fact.entry
      const mentions = { ...all, gaps: gaps[socketOf(entry.api)] }
      return { subject: 'listing', families: [family], facts: () => ({ entry: fact, mentions }), entry }
    })
  })
}

/** No call of one kind uses an entry of another. */
type Kind = 'udp' | 'tcp' | 'others'
const socketOf = (api: string): Kind => (api === 'udp' || api === 'tcp' ? api : 'others')

const runsOn = (families: readonly Family[], family: Family) =>
  families.length === 0 || families.includes(family)

function mentionsOf(
  { calls, resources, mentions, families }: ProjectFacts,
  origins: Origins,
  family: Family,
): Omit<Mentions, 'gaps'> {
  const own = calls.filter((call) => runsOn(call.families, family))
  const pages = runsOn(families, family) ? resources : []
  const inCalls = own.flatMap(({ urls }) => urls.map(({ text }) => text))
  const texts = [...inCalls, ...[...pages, ...mentions].map(({ url }) => url)]
  const reached = texts.map((text) => taken(origins, originText(text)))
  return {
    hosts: new Set(reached.flatMap(({ host }) => host ?? [])),
    registrableDomains: new Set(reached.flatMap(({ registrableDomain }) => registrableDomain ?? [])),
  }
}

function gapsIn(
  { calls, passedOver }: ProjectFacts,
  origins: Origins,
  family: Family,
  kind: Kind,
): Mentions['gaps'] {
  const own = calls.filter((call) => runsOn(call.families, family) && socketOf(call.api) === kind)
  return {
    calls: own.filter((call) => isOpen(call, origins)).length,
    files: passedOver.filter(mayCall).length,
  }
}

/** Can it call a host that isn't among its URLs? */
function isOpen({ undetermined, urls, asksNobody }: CallFact, origins: Origins): boolean {
  const nameless = urls.some(({ text }) => taken(origins, originText(text)).scheme === null)
  return undetermined !== null || (urls.length === 0 && !asksNobody) || nameless
}

/** An entry names an API: the one a setting is about, or else the one it concerns most. */
function apiOf({ name }: SettingFact): ApiName {
  const last = name.split('.').at(-1)
  return last === 'connectSocket' || last === 'uploadFile' || last === 'downloadFile' ? last : 'request'
}

/** Project files belong to one platform's tools; others to every platform the project is built for. */
function familiesOf({ place, name }: SettingFact, families: readonly Family[]): readonly Family[] {
  const owners = settingOwners(place.file, name)
  const built = owners.filter((family) => families.includes(family))
  return owners.length === 0 ? families : built.length > 0 ? built : owners
}
