/** Words of `hefa serve`, English. */
export const serve = {
  command: 'a web page to check domains, with /probe and /metrics for Prometheus',
  flags: {
    listen: 'address and port (default: 127.0.0.1:9876); any but loopback needs HEFA_SERVE_TOKEN',
    allowHost: 'a name under which this server is reached; may be repeated',
  },
  listening: (url: string) => `listening on ${url}`,
  badListen: (value: string) =>
    `--listen: "${value}" is not an address and port such as 127.0.0.1:9876 or [::1]:9876`,
  badHost: (value: string) => `--allow-host: "${value}" is not a host name`,
  noToken: 'an address that others reach needs a token of 16 characters or more in HEFA_SERVE_TOKEN',
  cannotListen: (address: string, code: string) => `--listen: cannot listen on ${address}: ${code}`,
  page: {
    title: 'hefa',
    lead: 'Will these servers work on every phone that your mini program runs on?',
    domains: 'Domains',
    domainsHelp: 'One per line: https://api.example.com, wss://ws.example.com:8443, or a bare host.',
    files: 'Certificate files',
    filesHelp:
      'Optional: PEM, DER or PKCS #7 files that are to be deployed for these domains. They are judged instead of the servers; private keys are neither needed nor read.',
    drop: 'or drop them here',
    platforms: 'Platforms',
    start: 'Check',
    waiting: 'waiting …',
    running: 'looking …',
    progress: '{done} of {total}: {host}',
    failed: 'That could not be checked:',
    noAnswer: 'The server no longer answers.',
    other: '中文',
  },
  problem: {
    noDomain: 'Give at least one domain.',
    tooMany: (most: number) => `Give at most ${most} domains and files at once.`,
    busy: 'Too many audits are waiting: try again in a minute.',
    tooLarge: (megabytes: number) => `Give at most ${megabytes} MB at once.`,
    badRequest: 'This request was not understood.',
    crashed: 'hefa failed on this request; its operator can see why.',
  },
}
