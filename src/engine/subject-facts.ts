/** The facts of each subject by name: what a rule may need. A missing or extra one does not compile. */
import type { Subjects } from './rule.js'

type Names = { [S in keyof Subjects]: { [Fact in keyof Subjects[S]]: true } }

const NAMES: Names = {
  list: { entries: true, limits: true, icp: true },
  entry: { entry: true, given: true },
  target: { dns: true, endpoints: true, http: true },
  endpoint: { endpoint: true, handshakes: true, tlsVersions: true, clients: true, nameless: true },
  chain: { chain: true, exchanges: true },
  http: { http: true, entries: true, listed: true },
  url: { call: true, called: true, listed: true, near: true, missing: true },
  coverage: { files: true, pages: true, unread: true, elsewhere: true },
  call: { call: true },
  method: { call: true, method: true },
  header: { header: true },
  option: { call: true, option: true },
  sockets: { sockets: true },
  setting: { setting: true },
  resource: { resource: true, origin: true },
  secret: { secret: true },
  mention: { mentions: true, origin: true, listed: true },
  client: { client: true },
  library: { library: true },
  gap: { gap: true },
  directive: { directive: true },
  places: { places: true },
  steering: { steering: true },
  sighting: { sighting: true },
  listing: { entry: true, mentions: true },
}

/** By subject; null for what isn't a subject. */
export function factsOf(subject: string): readonly string[] | null {
  return Object.hasOwn(NAMES, subject) ? Object.keys(NAMES[subject as keyof Subjects]) : null
}

export const SUBJECTS: readonly string[] = Object.keys(NAMES)
