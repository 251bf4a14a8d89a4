/** Words of `hefa pull`, English. */
export const pull = {
  command: "copy the domain lists from the platform's server API into the config",
  flags: {
    check: 'change nothing: exit 1 when the console and the config differ',
    via: (names: string) => `ask this interface: ${names} (default: the first)`,
  },
  noToken: (name: string) => `the environment has no ${name}: it must hold the access token`,
  badBase: (name: string) => `${name}: not an https address, or an http one of this machine`,
  refused: (name: string, code: string, message: string) =>
    `${name} answered error ${code}${message === '' ? '' : `: ${message}`}`,
  /** What to do about the most frequent codes. */
  advice: {
    '40001': 'The token is wrong or was replaced by a newer one.',
    '40014': 'The token is wrong.',
    '42001': 'The token has expired: get a new one.',
    '48001': 'This token may not ask that interface: try --via getwxadevinfo.',
    '61007': 'The mini program did not grant the permission set that holds this interface (18).',
  } as Readonly<Record<string, string>>,
  status: (name: string, status: number) => `${name} answered HTTP status ${status}`,
  notAnswered: (name: string) => `${name} did not answer`,
  notUnderstood: (name: string) => `${name} answered something that is not a domain list`,
  stdin: 'pull writes into the config: give a file, not -',
  noLists: (file: string) => `${file}: has no place for these lists: add "domains": {} first`,
  same: (count: number) => `The console and the config agree: ${count} domain${count === 1 ? '' : 's'}.`,
  differ: 'The console and the config differ:',
  onlyConsole: 'only in the console',
  onlyConfig: 'only in the config',
  wrote: (file: string, count: number) => `wrote ${file}: ${count} domain${count === 1 ? '' : 's'}`,
  unchanged: (file: string) => `${file} is up to date`,
  more: (n: number) => `… and ${n} more`,
}
