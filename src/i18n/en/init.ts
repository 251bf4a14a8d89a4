/** Words of `hefa init`, English. */
const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`

export const init = {
  flags: {
    output: 'write to FILE: .jsonc, .json, .yaml or .yml (default: hefa.config.jsonc)',
    platform: 'families or platforms, comma separated (default: wechat)',
    domain: 'a server domain: https for request, wss for connectSocket',
    api: (api: string) => `a server domain of ${api}; may be repeated`,
    from: "take the domains from this file: the answer of WeChat's domain interface, or a config",
    domainsPerApi:
      "WeChat: most domains the console accepts for one API (default: 20; the open platform's interface accepts 200)",
    yes: 'do not ask anything',
  },
  exists: (file: string) =>
    `${file} exists already and is never overwritten; write another one with --output FILE`,
  packageHas: 'package.json holds a "hefa" config already; write another one with --output FILE',
  badEnding: (file: string) =>
    `--output: ${file} does not end in any of .jsonc, .json, .yaml, .yml, .ts, .mts, .mjs, .js`,
  badDomain: (option: string, text: string) => `${option}: "${text}" is not a domain`,
  cancelled: 'nothing was written',
  project: (signs: string) => `mini program found (${signs})`,
  searched: (domains: number, files: number) =>
    `${count(domains, 'domain')} found in ${count(files, 'file')}`,
  cut: 'not everything was read: hefa scan . names the files passed over',
  placeholder: (file: string) => `no domain given: replace the example in ${file}`,
  next: (file: string) => `then run: hefa check${file}`,
  ask: {
    platforms: 'Platforms (wechat, alipay, mpaas)',
    domains: (api: string) => `Domains of ${api}, separated by spaces (- for none)`,
    domainsPerApi:
      "Most domains for one API in WeChat's console (20; 200 where the open platform's interface sets them)",
    again: (text: string) => `not understood: ${text}`,
  },
  comments: {
    head: [
      "Server domains of the mini program, as they are in the platform's console.",
      'hefa check audits them all.',
    ],
    platforms: 'wechat, alipay, mpaas; or single ones such as wechat-ios',
    domains: 'exactly as in the console: scheme and host, the port where there is one, no path',
    placeholder: 'an example: replace it',
    found: 'found in the source; compare the lists with the console',
    madeFrom: 'remove this once the lists have been compared with the console',
    leftOut: 'left out, because they cannot be server domains:',
    missing: 'unknown values that hold the hosts of calls; uncomment and fill in those you know:',
    unread: 'files that were not read; check them yourself:',
    undetermined: 'calls whose host could not be determined; check them yourself:',
    more: (n: number) => `and ${n} more`,
    optional: 'what else can be set (hefa rules lists all rules):',
  },
}
