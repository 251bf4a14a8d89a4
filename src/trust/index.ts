/** Entry point of trust: root lists by platform version, distrust events, and chains evaluated against them. */
export * from './analysis.js'
export { FETCHES, isStrong, mayBeFetched } from './best-path.js'
export type * from './chain-analysis.js'
export { rootsWith, sctsSent } from './chain-content.js'
export { type Limits, type ListedVersion, type ListVersions, lists, type VersionRange } from './data.js'
export { type Distrust, type DistrustQuestion, distrustOf, removalOf } from './distrust.js'
export {
  type DistrustEvent,
  type DistrustSource,
  EVENTS as DISTRUST_EVENTS,
  type Mechanism,
} from './events.js'
export { refusalOf, trustedIn, trustSpans, type VersionPlan, versionsFrom } from './platform.js'
export { chainToServe, type NotServed, type Serve, type ServeQuestion, whyNotServed } from './serve.js'
export {
  type AnchorRecord,
  type AnchorStore,
  anchorStore,
  isTrusted,
  type Presence,
  presence,
  spanOf,
  spanOfAny,
} from './store.js'
export {
  listAt,
  listsOf,
  listsReadOn,
  newestKnown,
  type Os,
  oldestKnown,
  type Store,
  versionsBetween,
} from './versions.js'
