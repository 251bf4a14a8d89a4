/** Which platform distrusts which CA, how and since when: data only, read 2026-11-20. */
import type { FamilyId } from './families.js'
import type { Store } from './versions.js'

export type Mechanism =
  /** Taken out of the root list: trust ends with the first system version (or patch) without it. */
  | 'removed'
  /** Still listed, but refused. */
  | 'blocked'
  /** Certificates whose notBefore is later than the date are refused. */
  | 'issued-after'
  /** Refused unless at least one SCT is as old as the date. */
  | 'sct-after'

export interface DistrustSource {
  title: string
  url?: string
}

export interface DistrustEvent {
  family: FamilyId
  store: Store
  mechanism: Mechanism
  /** ISO 8601, in UTC; a month or a day alone means its first instant. */
  date: string
  /** First system version it applies to, if that is not simply the first without the root. */
  fromVersion?: string
  /** `unsure`: not confirmed by a source of the platform, so worth no more than a note. */
  certainty: 'confirmed' | 'unsure'
  source: DistrustSource
}

const APPLE_WOSIGN = {
  title: 'Apple: Blocking Trust for WoSign CA Free SSL Certificate G2',
  url: 'https://support.apple.com/103723',
}
const APPLE_SYMANTEC = {
  title: 'Apple: Information about distrusting Symantec certificate authorities',
  url: 'https://support.apple.com/103187',
}
const APPLE_LISTS = { title: 'Apple: Available root certificates for Apple operating systems' }
const AOSP = {
  title: 'Android Open Source Project, ca-certificates',
  url: 'https://android.googlesource.com/platform/system/ca-certificates/',
}
const CHROME_ROOTS = {
  title: 'Chrome Root Program',
  url: 'https://googlechrome.github.io/chromerootprogram/',
}

type Row = [FamilyId, Mechanism, date: string, DistrustSource, more?: Partial<DistrustEvent>]
const confirmed =
  (store: Store) =>
  ([family, mechanism, date, source, more = {}]: Row): DistrustEvent => ({
    ...{ family, store, mechanism, date, source },
    certainty: 'confirmed',
    ...more,
  })
const unsure = { certainty: 'unsure' } as const

const IOS: Row[] = [
  // On or after 2016-12-01 00:00 UTC.
  ['wosign', 'issued-after', '2016-11-30T23:59:59Z', APPLE_WOSIGN],
  ['startcom', 'issued-after', '2016-11-30T23:59:59Z', APPLE_WOSIGN],
  ['cnnic', 'removed', '2015-05-27', APPLE_LISTS],
  ['symantec', 'blocked', '2020-02-25', APPLE_SYMANTEC, { fromVersion: '11' }],
  ['certinomis', 'removed', '2022-01-31', APPLE_LISTS],
  ['trustcor', 'blocked', '2022-11-30', { title: 'Apple: limit outside the published list' }, unsure],
  ['e-tugra', 'removed', '2023-09-10', APPLE_LISTS],
]

const ANDROID: Row[] = [
  ['wosign', 'removed', '2017-08-11', AOSP],
  ['startcom', 'removed', '2017-08-11', AOSP],
  ['cnnic', 'removed', '2016-03-21', AOSP],
  ['symantec', 'removed', '2021-11-27', AOSP],
  ['certinomis', 'removed', '2018-10-04', AOSP],
  ['camerfirma', 'removed', '2023-10-08', AOSP],
  ['trustcor', 'removed', '2023-06', AOSP],
  ['e-tugra', 'removed', '2023-09', AOSP],
  // With Android 16 (16_r4), and with 17.
  ['entrust-2048', 'removed', '2025-12-07', AOSP],
  ['entrust', 'removed', '2026-06-21', AOSP],
]

const CHROME: Row[] = [
  ['wosign', 'issued-after', '2016-10-21', CHROME_ROOTS],
  ['wosign', 'blocked', '2017-09', CHROME_ROOTS],
  ['startcom', 'issued-after', '2016-10-21', CHROME_ROOTS],
  ['startcom', 'blocked', '2017-09', CHROME_ROOTS],
  ['cnnic', 'removed', '2015-04-01', CHROME_ROOTS],
  ['symantec', 'blocked', '2018-10', CHROME_ROOTS],
  ['certinomis', 'removed', '2019-07', CHROME_ROOTS, unsure],
  ['camerfirma', 'removed', '2021-04', CHROME_ROOTS],
  ['trustcor', 'removed', '2023-03-07', CHROME_ROOTS],
  ['e-tugra', 'removed', '2023-07', CHROME_ROOTS, unsure],
  ['globaltrust', 'sct-after', '2024-06-30T23:59:59Z', CHROME_ROOTS],
  ['entrust', 'sct-after', '2024-11-11T23:59:59Z', CHROME_ROOTS],
  ['entrust-2048', 'sct-after', '2024-11-11T23:59:59Z', CHROME_ROOTS],
  ['affirmtrust', 'sct-after', '2024-11-11T23:59:59Z', CHROME_ROOTS],
  [
    'digicert-2006',
    'removed',
    '2026-04-15',
    { title: 'DigiCert ALERT86: roots removed from Chrome and Mozilla' },
  ],
]

export const EVENTS: readonly DistrustEvent[] = [
  ...IOS.map(confirmed('ios')),
  ...ANDROID.map(confirmed('android')),
  ...CHROME.map(confirmed('chrome')),
]

/** Source of the limits on single anchors in the root data. */
export const LIMIT_SOURCES = {
  chromeSctNotAfter: CHROME_ROOTS,
  appleIssuedAfter: {
    title: 'Apple: Changes to certificate authorities and certificates',
    url: 'https://support.apple.com/121668',
  },
} as const
