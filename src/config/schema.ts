/** The schema of a config. Messages are keys, turned into words where an issue is reported. */
import * as v from 'valibot'
import {
  byFamily,
  countedPer,
  DEFAULT_FAMILIES,
  type FamilyData,
  familyData,
  familyName,
  hasList,
} from '../platforms/index.js'
import { API_NAMES, type ApiName, FAMILIES, type Family, PLATFORM_IDS } from '../types.js'
import { described, filled, say } from './expectation.js'
import { scanSchema } from './scan-schema.js'
import { LEVEL_WORDS, PLATFORM_WORDS } from './words.js'

const words = (description: string) => v.optional(described(v.array(filled, say('texts')), description))

const FORMS: Readonly<Record<ApiName, string>> = {
  request: 'Server domains of request, each as https://host or https://host:port.',
  connectSocket: 'Server domains of connectSocket, each as wss://host.',
  uploadFile: 'Server domains of uploadFile, each as https://host or https://host:port.',
  downloadFile: 'Server domains of downloadFile, each as https://host or https://host:port.',
  udp: `Server domains of UDP sockets, each as udp://host (${having('udp')} only; never probed).`,
  tcp: `Server domains of TCP sockets, each as tcp://host (${having('tcp')} only; never probed).`,
}

/** `WeChat`: the families that have such a list. */
function having(api: ApiName): string {
  return namesOf(FAMILIES.filter((family) => hasList(family, api)))
}

function namesOf(families: readonly Family[]): string {
  const names = families.map((family) => familyName(family, 'en'))
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter(Boolean).join(' and ')
}

/** The lists of those APIs; sockets have two names. */
const lists = (apis: readonly ApiName[]) =>
  Object.fromEntries(
    apis.flatMap((api) => [
      [api, words(FORMS[api])],
      ...(api === 'connectSocket' ? [['socket', words('Another name of connectSocket.')]] : []),
    ]),
  )

const appidOf = (family: Family, { pattern, sent }: NonNullable<FamilyData['appid']>) =>
  v.optional(
    described(
      v.pipe(v.string(say('appid')), v.regex(pattern, say('appid'))),
      `The mini program's appid, for the Referer that ${familyName(family, 'en')} sends: ${sent}.`,
    ),
  )

/** The family's own lists, and its appid where requests carry it. */
function familySchema(family: Family) {
  const data = familyData(family)
  const domains = described(
    v.strictObject(lists(data.lists.apis), say('map')),
    'Lists given here replace the shared list of the same API; the other APIs keep the shared one.',
  )
  const own: v.ObjectEntries = {
    domains: v.optional(domains),
    ...(data.appid && { appid: appidOf(family, data.appid) }),
  }
  return v.optional(described(v.strictObject(own, say('map')), `What holds for ${data.names.en} only.`))
}

const positive = (description: string) =>
  v.optional(
    described(
      v.pipe(v.number(say('positive')), v.integer(say('positive')), v.minValue(1, say('positive'))),
      description,
    ),
  )

function osVersions(description: string, ios: string, android: string) {
  const version = v.pipe(v.string(say('osVersion')), v.regex(/^\d{1,2}(?:\.\d{1,2}){0,2}$/, say('osVersion')))
  const one = (os: string, fallback: string) =>
    v.optional(described(version, `${os} version; default "${fallback}".`))
  return v.optional(
    described(
      v.strictObject({ ios: one('iOS', ios), android: one('Android', android) }, say('map')),
      description,
    ),
  )
}

const level = v.picklist(LEVEL_WORDS, say('ruleSetting'))
const parameters = v.record(v.string(), v.unknown(), say('ruleSetting'))
const levelsByReason = v.pipe(
  v.record(v.string(), v.picklist(['off', ...LEVEL_WORDS], say('ruleSetting')), say('ruleSetting')),
  v.minEntries(1, say('ruleSetting')),
)
/** Valibot accepts lists as records: `checkRules` checks again. */
const ruleSetting = v.union(
  [
    v.picklist(['off', ...LEVEL_WORDS], say('ruleSetting')),
    levelsByReason,
    v.strictTuple([v.union([level, levelsByReason], say('ruleSetting')), parameters], say('ruleSetting')),
  ],
  say('ruleSetting'),
)

const line = (description: string) => described(filled, description)
const waiver = v.strictObject(
  {
    rule: line('Id of the rule that is excused, for example certificate/chain-complete.'),
    host: line('The host it is excused for.'),
    until: described(
      v.pipe(v.string(say('date')), v.regex(/^\d{4}-\d{2}-\d{2}$/, say('date'))),
      'Last day the waiver holds, YYYY-MM-DD, to its end in UTC. A past day is an error.',
    ),
    reason: line('Why; shown in the report.'),
  },
  say('map'),
)

export const configSchema = v.strictObject(
  {
    $schema: v.optional(described(v.string(say('text')), 'Address of this schema, for editors.')),
    platforms: v.optional(
      described(
        v.pipe(v.array(v.picklist(PLATFORM_WORDS, say('platform')), say('texts')), v.nonEmpty(say('empty'))),
        `Platforms to judge for: families, or single ids such as "${PLATFORM_IDS[0]}". Default ${JSON.stringify(DEFAULT_FAMILIES)}.`,
      ),
    ),
    domains: v.optional(
      described(
        v.strictObject(lists(API_NAMES), say('map')),
        'Server domains by API, shared by all platforms.',
      ),
    ),
    ...byFamily(familySchema),
    limits: v.optional(
      described(
        v.strictObject(
          {
            domainsPerApi: positive(`${namesOf(countedPer('api'))}: most domains in one API. Default 20.`),
            domainsPerApp: positive(`${namesOf(countedPer('app'))}: most domains over all APIs. Default 30.`),
          },
          say('map'),
        ),
        'How many domains the platform console takes.',
      ),
    ),
    supportedOs: osVersions('On these versions and newer a fault is an error.', '15', '10'),
    legacyOs: osVersions(
      'From these versions up to supportedOs a fault is a warning; older ones are not looked at.',
      '12',
      '7.0',
    ),
    paths: v.optional(
      described(
        v.record(
          v.string(),
          v.array(
            v.pipe(v.string(say('path')), v.regex(/^\/[\x20-\x7e\u00a0-\uffff]*$/, say('path'))),
            say('texts'),
          ),
          say('map'),
        ),
        'What to GET or upgrade, by host ("api.example.com") or socket host ("wss://ws.example.com"). Default "/".',
      ),
    ),
    plugins: words('Modules with own rules, relative to the config.'),
    icp: v.optional(
      described(
        v.record(v.string(), line('For example 京ICP备2024000001号-1.'), say('map')),
        'ICP filing number by registrable domain.',
      ),
    ),
    rules: v.optional(
      described(
        v.record(v.string(), ruleSetting, say('map')),
        'By rule id: "off", a level, a level or "off" by reason, or either of the last two in a list with { parameters }.',
      ),
    ),
    waivers: v.optional(described(v.array(waiver, say('waivers')), 'Findings that are excused for a while.')),
    madeFrom: v.optional(
      described(
        v.literal('source', say('madeFrom')),
        'The lists were taken from the source and not yet compared with the console; take this out when they are.',
      ),
    ),
    scan: v.optional(described(scanSchema, 'How the source of the mini program is to be scanned.')),
  },
  say('config'),
)

/** Here and not where it is called: imported as a whole, the library would come with all it can do. */
export const parseConfig = (value: unknown) => v.safeParse(configSchema, value)

export type WrittenConfig = v.InferOutput<typeof configSchema>
