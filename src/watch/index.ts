/** Entry point of `hefa watch`: what changed between audits, and who is notified. */

export { type WatchWords, watchWords } from '../i18n/watch.js'
export { changesOf, stateAfter, stateWithout } from './changes.js'
export {
  CHANNEL_NAMES,
  CHANNELS,
  type ChannelName,
  isAddress,
  plainJson,
  type Secrets,
  type Told,
} from './channels.js'
export { afterCrash, type Courier, CUT, deliver, type Outcome, withMessage } from './deliver.js'
export { readState, stateText } from './state.js'
export { linesOf } from './text.js'
export type { Change, Message, WatchState } from './types.js'
