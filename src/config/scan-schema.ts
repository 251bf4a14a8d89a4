/** The schema of a config's `scan`. */
import * as v from 'valibot'
import { BUILD_MODES } from '../types.js'
import { described, type Expectation, filled, say, VISIBLE } from './expectation.js'
import { CALL_APIS } from './scan-words.js'

/** Text of a form of its own, with something in it. */
const formed = (form: RegExp, expectation: Expectation) =>
  v.pipe(
    v.string(say('text')),
    v.regex(new RegExp(`^(?=[\\s\\S]*${VISIBLE.source})${form.source}`), ({ input }) =>
      VISIBLE.test(input) ? expectation : 'empty',
    ),
  )

const base = v.pipe(
  formed(/[A-Za-z]+:\/\/[^/?#\s]/, 'base'),
  v.check((url) => !/^[a-z]+:/i.test(url) || isBase(url), say('base')),
)
const isBase = (url: string) => /^(?:https?|wss?|udp|tcp):/i.test(url) && URL.canParse(url)

/** A path that stays in the scanned folder. */
const inside = formed(/(?![\\/]|[A-Za-z]:)(?!(?:[^\\]*\/)?\.\.(?:\/|$))[^\\]*$/, 'inside')

const client = v.strictObject(
  {
    api: described(
      v.picklist([...CALL_APIS, 'socket'], say('callApi')),
      'The platform API it calls in the end: its domain list is the one that counts.',
    ),
    url: v.optional(
      described(
        v.pipe(v.number(say('index')), v.integer(say('index')), v.minValue(0, say('index'))),
        'Which argument is the URL, or holds it as `url`; of udp and tcp, the host, or what holds it as `address` with its `port`. The first is 0. Default 0.',
      ),
    ),
    base: v.optional(
      described(
        base,
        'What it puts in front of a URL that names no host; of udp and tcp, the server if the call names none.',
      ),
    ),
  },
  say('map'),
)

const accepted = v.strictObject(
  {
    file: described(
      inside,
      'The file of the finding, from the scanned folder on; * and ** stand for any name.',
    ),
    reason: described(filled, 'Why; shown in the report.'),
    until: described(
      v.pipe(v.string(say('date')), v.regex(/^\d{4}-\d{2}-\d{2}$/, say('date'))),
      'Last day it holds, YYYY-MM-DD, to its end in UTC. A past day is an error.',
    ),
  },
  say('map'),
)

export const scanSchema = v.strictObject(
  {
    root: v.optional(described(inside, 'Where in the scanned folder the mini program is.')),
    mode: v.optional(
      described(v.picklist(BUILD_MODES, say('mode')), 'The build whose values hold. Default "release".'),
    ),
    define: v.optional(
      described(
        v.record(v.string(), v.string(say('text')), say('map')),
        'What stands for an expression of the source, as a build puts it in: "process.env.API_BASE", or "file:expression" as a report names it.',
      ),
    ),
    clients: v.optional(
      described(
        v.record(v.string(), client, say('map')),
        'Functions that make network calls, by the name they are called with: "$api.get".',
      ),
    ),
    exclude: v.optional(
      described(
        v.array(inside, say('texts')),
        'Files whose calls do not count, as patterns from the scanned folder on: "pages/dev/**".',
      ),
    ),
    accept: v.optional(
      described(
        v.array(accepted, say('accepts')),
        'Files in which what can not be determined is accepted for a while.',
      ),
    ),
  },
  say('map'),
)
