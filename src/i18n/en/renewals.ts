/** Words about renewals, English. */
const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`

export const renewals = {
  certificates: (n: number) => count(n, 'certificate'),
  none: 'No certificate was seen.',
  noneInside: (within: string) => `Nothing has to be renewed within ${within}.`,
  columns: { host: 'host', expires: 'expires', left: 'left', lifetime: 'lifetime', issuer: 'issuer' },
  usedBy: 'used by',
  days: (n: number) => `${n} d`,
  state: { expired: 'expired', 'not-yet-valid': 'not valid yet', due: 'renew now', later: 'later' },
  more: (n: number) => `and ${n} more`,
  alsoAt: (hosts: string) => `also ${hosts}`,
  onlyFrom: (host: string, places: string, more: number) =>
    `${host} only from ${places}${more > 0 ? ` and ${more} more` : ''}`,
  onlyAt: (host: string, addresses: string) => `${host} only at ${addresses}`,
  onlyFor: (host: string, clients: string) => `${host} only for ${clients}`,
  endsFirst: (name: string) =>
    name === ''
      ? 'a certificate of its chain ends before it'
      : `the intermediate certificate ${name} ends before it`,
  renewFrom: (date: string) => `renew from ${date} on`,
  every: (days: number) => `a renewal every ${count(days, 'day')}`,
  everyFrom: (date: string, days: number, maxDays: number) =>
    `every ${count(days, 'day')} if issued from ${date} on (${count(maxDays, 'day')} at most)`,
  cadence: 'How often, by lifetime',
  legend: 'valid: =   renew: #   now: |   end: x   beyond: >',
  later: (n: number, within: string) =>
    `${count(n, 'certificate')} ${n === 1 ? 'ends' : 'end'} later than ${within} from now.`,
  unseen: 'No certificate seen',
  unseenReason: {
    'no-target': 'this entry names no server',
    'no-server': 'its lists name no server that has a certificate',
    'not-observed': 'no certificate was seen',
    'unreadable-dates': 'its certificate has no readable dates',
  },
  exit: {
    0: 'Exit status 0: nothing is urgent.',
    1: 'Exit status 1: something must be renewed in time.',
    3: 'Exit status 3: not every certificate could be seen.',
  },
  allowed: 'Exit status 0: nothing is urgent; certificates that could not be seen were allowed.',
  event: {
    summary: (hosts: string, date: string) => `Renew the certificate of ${hosts} (expires ${date})`,
    expires: (instant: string) => `It expires at ${instant}.`,
    servedAt: 'Served at',
    issuer: 'Issuer',
    renew: 'Renew it, install it with its chain, reload the server, then run: hefa check',
    alarm: (hosts: string) => `The certificate of ${hosts} must be renewed`,
  },
  unit: { d: (n: number) => count(n, 'day'), h: (n: number) => count(n, 'hour') },
}
