/** Texts of workers and of the commands that use them, English. */
export const fleet = {
  command: 'probe targets from a queue and send back what this machine sees',
  flags: {
    queue: 'redis:// or rediss:// (TLS) URL of the queue (default: HEFA_QUEUE)',
    name: 'the name of this place, such as cn-telecom-shanghai',
    concurrency: 'targets at once (default: 32)',
    perDomain: 'targets per second of one registrable domain, over the whole fleet (default: 5)',
    perAddress: 'targets per second at one address, over the whole fleet (default: 20)',
    allowPrivate: 'also look at private and loopback addresses, which a worker refuses otherwise',
    via: 'probe through a fleet: redis:// or rediss:// URL of its queue (password: HEFA_QUEUE_PASSWORD)',
    wait: 'how long a target may wait for a place: 90s, 10m (default: 10m)',
  },
  badUrl: (option: string) => `${option}: not redis[s]://[USER:PASSWORD@]HOST[:PORT][/DB]`,
  noQueue: 'no queue: give its URL, or set HEFA_QUEUE',
  noVantage: 'name this place: --vantage NAME',
  noLibrary: 'a fleet needs BullMQ and its driver, which are not installed with hefa: npm i bullmq ioredis',
  workersOwn: (option: string) => `${option} belongs to the workers of a fleet: give it to hefa worker`,
  waitAlone: (option: string) => `${option}: only with --via`,
  unreachable: (queue: string, code: string) => `the queue ${queue} cannot be used: ${code}`,
  nobody: (queue: string) => `no worker is alive at ${queue}: start one with hefa worker`,
  otherSchema: (id: string, vantage: string, version: string, schema: number, own: number) =>
    `worker ${id} in ${vantage} (hefa ${version}) speaks version ${schema} of the facts, this is ${own}: bring both to one version`,
  skewed: (id: string, vantage: string, version: string) =>
    `worker ${id} in ${vantage} (hefa ${version}) speaks another version of the facts and is not asked`,
  noWorkerYet: (vantage: string, wait: string) =>
    `no worker is alive in ${vantage}: unless one comes within ${wait}, its targets stay unknown`,
  lost: (queue: string) => `the connection to ${queue} is lost; reconnecting`,
  back: (queue: string) => `the connection to ${queue} is back`,
  ready: (vantage: string, queue: string) => `${vantage}: waiting for targets at ${queue}`,
  notUnderstood: 'a job that hefa did not write was discarded (further ones are not reported)',
  failed: (code: string) => `a job failed: ${code}`,
  looked: (host: string, why: string | null) => (why === null ? host : `${host}: ${why}`),
}
