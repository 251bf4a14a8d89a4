/** Words of `hefa merge`, English. */
export const merge = {
  command: 'join the JSON reports of the shares of one run (--shard); no network',
  reports:
    'the reports of the shares (--format json), - is standard input; everything in a missing share is unknown',
  allowUnknown: 'exit 0 when nothing failed but something is undetermined; never with a share missing',
  otherVersion: (theirs: string, own: string) => `the reports were written by hefa ${theirs}; this is ${own}`,
  faults: {
    'no-share': (file: string) =>
      `${file}: not a share of a run (--shard I/N); facts of several places are judged together by hefa judge`,
    'no-mark': (file: string, version: string) =>
      `${file}: hefa ${version} did not record which run it is a share of; run the share again with this version`,
    'same-share': (one: string, other: string, share: string) =>
      `${one} and ${other} are both share ${share}`,
    'same-target': (one: string, other: string, target: string) =>
      one === other ? `${one} holds ${target} twice` : `${one} and ${other} both hold ${target}`,
    'not-whole': (
      file: string,
      { share, found, expected }: { share: string; found: number; expected: number },
    ) => `${file}: share ${share} holds ${found} of ${expected} targets`,
    apart: ([one, other]: [string, string], [early, late]: [string, string]) =>
      `${one} is of ${early} and ${other} of ${late}: shares of one run are less than a day apart`,
    differs: ([one, other]: [string, string], place: string, [own, theirs]: [string, string]) =>
      place === 'scope.shard.whole'
        ? `${other} is from a different run than ${one}: other domains, rules, --ca or --fetch (${place})`
        : `${other} is from a different run than ${one}: ${place} is ${theirs || 'missing'}, not ${own || 'missing'}`,
  },
}
