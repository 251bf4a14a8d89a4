/** The schema of a scan in saved facts. */
import * as v from 'valibot'
import { NATIVE_FAMILIES } from '../platforms/index.js'
import { API_NAMES, BUILD_MODES, FAMILIES, UNDETERMINED_REASONS, UNREAD_REASONS } from '../types.js'

const text = v.pipe(v.string(), v.maxLength(100_000))
const place = v.pipe(v.number(), v.integer(), v.minValue(1))
const whole = v.pipe(v.number(), v.integer(), v.minValue(0))
const at = v.looseObject({ file: text, line: place, column: place })
const families = v.array(v.picklist(FAMILIES))

const REASON = v.picklist(UNDETERMINED_REASONS)

const call = v.looseObject({
  place: at,
  callee: text,
  api: v.picklist(API_NAMES),
  families,
  foreign: v.optional(v.literal(true)),
  unreached: v.optional(v.literal(true)),
  urls: v.array(v.looseObject({ text, complete: v.boolean(), place: at })),
  undetermined: v.nullable(REASON),
  asksNobody: v.optional(v.literal(true)),
  mayBeFile: v.optional(v.literal(true)),
  missing: v.optional(
    v.array(
      v.looseObject({
        ...{ name: text, define: v.nullable(text), reason: REASON, place: at },
        sure: v.optional(v.literal(true)),
      }),
    ),
  ),
  methods: v.array(v.looseObject({ text, place: at })),
  options: v.optional(
    v.array(v.looseObject({ name: text, value: v.union([text, v.number(), v.boolean()]), place: at })),
  ),
  headers: v.array(v.looseObject({ name: text, place: at })),
})

const seen = v.looseObject({
  origin: text,
  api: v.picklist(API_NAMES),
  requests: whole,
  place: at,
})

const steering = v.looseObject({
  key: v.picklist(['root', 'mode', 'define', 'clients', 'exclude', 'accept']),
  name: text,
  value: text,
  used: whole,
  place: at,
})

const facts = v.looseObject({
  base: v.optional(text),
  mode: v.optional(v.picklist(BUILD_MODES)),
  steering: v.optional(v.array(steering)),
  seen: v.optional(v.array(seen)),
  kinds: v.array(v.picklist([...NATIVE_FAMILIES, 'uni-app', 'taro', 'plain'])),
  families,
  readFor: v.optional(families),
  filesRead: whole,
  passedOver: v.array(
    v.looseObject({
      file: text,
      reason: v.picklist(UNREAD_REASONS),
      line: v.optional(place),
      column: v.optional(place),
      by: v.optional(text),
      files: v.optional(whole),
    }),
  ),
  pages: v.nullable(v.looseObject({ listed: whole, file: text })),
  leftOut: v.array(
    v.looseObject({
      reason: v.picklist([
        'app-only',
        'other-platform',
        'tests',
        'types',
        'server',
        'unpacked',
        'ignored',
        'output',
        'elsewhere',
      ]),
      files: place,
      file: text,
    }),
  ),
  calls: v.array(call),
  closings: v.optional(v.array(call)),
  otherBuilds: v.optional(v.array(v.looseObject({ text, place: at }))),
  settings: v.array(
    v.looseObject({
      place: at,
      key: v.picklist(['urlCheck', 'networkTimeout']),
      name: text,
      value: v.union([v.boolean(), v.number()]),
    }),
  ),
  resources: v.array(
    v.looseObject({ place: at, tag: v.picklist(['image', 'web-view', 'video', 'audio', 'font']), url: text }),
  ),
  mentions: v.optional(
    v.array(
      v.looseObject({
        place: at,
        url: text,
        inProse: v.boolean(),
        isMedia: v.optional(v.literal(true)),
        isUnread: v.optional(v.literal(true)),
        escape: v.optional(v.looseObject({ api: text, to: text, place: at })),
        library: v.optional(v.looseObject({ name: text, isOwn: v.boolean() })),
      }),
    ),
    [],
  ),
  silentClients: v.optional(v.array(v.looseObject({ place: at, name: text, isImported: v.boolean() })), []),
  libraries: v.optional(
    v.array(v.looseObject({ name: text, place: at, files: whole, calls: whole, isGiven: v.boolean() })),
  ),
  secrets: v.array(
    v.looseObject({
      place: at,
      kind: v.picklist(['app-secret', 'session-endpoint', 'token-endpoint']),
      text,
      ofServer: v.optional(v.literal(true)),
    }),
  ),
})

export const savedProject = v.looseObject({
  folder: text,
  compared: v.boolean(),
  alone: v.boolean(),
  facts,
})
