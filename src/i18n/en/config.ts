/** Problems of a config, English. */
import { quote } from '../quote.js'

type Suggestion = string | undefined

export const config = {
  // the text
  emptyFile: 'the config is empty',
  tooLarge: (limit: number) => `the config is larger than ${limit} bytes`,
  notUtf8: 'this is not UTF-8: save the file in UTF-8',
  tooDeep: 'nested too deeply',
  tooMany: 'too many values (aliases expanded)',
  unknownAlias: (name: string) => `there is no anchor ${quote(name)}`,
  yamlSyntax: (detail: string) => detail,
  oneDocument: 'more than one YAML document: a config is one',
  keyNotText: 'a key must be plain text',
  unexpected: (found: string | undefined, expected: string) =>
    found === undefined
      ? `the text ends where ${expected} is expected`
      : `expected ${expected}, got ${quote(found)}`,
  aValue: 'a value',
  aKey: 'a key in double quotes',
  theEnd: 'the end of the text',
  commaOr: (close: string) => `"," or "${close}"`,
  openString: 'this string is not closed on its line',
  badEscape: 'unknown escape sequence',
  unterminatedComment: 'this comment is not closed',
  unreadable: (file: string, code: string) => `cannot read ${file}: ${code}`,
  notFound: (base: string, extensions: string) =>
    `no config found: neither ${base}.{${extensions}} nor "hefa" in package.json; "hefa init" writes one`,
  noHefaKey: 'package.json has no "hefa" key',
  // shape
  unknownKey: (key: string, near: Suggestion) => `unknown key ${quote(key)}${didYouMean(near)}`,
  unknownApi: (key: string, near: Suggestion) => `unknown API ${quote(key)}${didYouMean(near)}`,
  unknownPlatform: (word: string, near: Suggestion) => `unknown platform ${quote(word)}${didYouMean(near)}`,
  unknownLevel: (word: string, near: Suggestion) => `unknown level ${quote(word)}${didYouMean(near)}`,
  unknownRule: (id: string, near: Suggestion) => `unknown rule ${quote(id)}${didYouMean(near)}`,
  unknownParameter: (rule: string, key: string, near: Suggestion) =>
    `${rule} has no parameter ${quote(key)}${didYouMean(near)}`,
  unknownReason: (rule: string, key: string, near: Suggestion) =>
    `${rule} has no reason ${quote(key)}${didYouMean(near)}`,
  duplicateKey: (key: string) => `duplicate key ${quote(key)}`,
  missingKey: (key: string) => `missing key ${quote(key)}`,
  wrong: (path: string, expected: string, got: string) =>
    path === '' ? `expected ${expected}, got ${got}` : `${path}: expected ${expected}, got ${got}`,
  empty: (path: string) => `${path}: empty`,
  expected: {
    config: 'a map of settings',
    map: 'a map',
    text: 'a string',
    texts: 'a list of strings',
    waivers: 'a list of waivers',
    accepts: 'a list of { file, reason, until }',
    callApi: '"request", "connectSocket", "uploadFile", "downloadFile", "udp" or "tcp"',
    index: 'a whole number of 0 or more: which argument is the URL',
    mode: '"release", "trial" or "development"',
    inside: 'a path inside the scanned folder, with "/"',
    definable: 'an expression such as "process.env.API_BASE" or "utils/http.js:base"',
    callee: 'a function as it is called, such as "$api.get"',
    base: 'a URL such as "https://api.example.com"',
    positive: 'a whole number of 1 or more',
    ruleSetting: '"off", a level ("error", "warning", "info"), { reason: level } or [level, { parameters }]',
    osVersion: 'a version in quotes such as "15" or "10.1"',
    appid: 'an appid, "wx" and 16 of 0-9 and a-f',
    date: 'a date such as "2026-12-31"',
    path: 'a path that begins with "/" and has no control characters',
    host: 'a host name',
    hostOrSocket: 'a host name, or "wss://" and a host name',
    domain: 'a registrable domain such as "example.com"',
    madeFrom: '"source"',
  },
  got: { string: 'string', number: 'number', boolean: 'boolean', list: 'list', map: 'map', null: 'null' },
  // meaning
  socketTwice: '"socket" is another name of "connectSocket": keep one of the two',
  notOfFamily: (api: string, family: string) =>
    `${family} has no domain list for ${quote(api)}; only WeChat has`,
  nothingToCheck: 'nothing to check: there is no domain for the chosen platforms',
  tooManyDomains: (count: number, most: number) =>
    `${count} domains, and one config may hold ${most}: pass longer lists to "hefa audit -", one name per line`,
  legacyNewer: (os: string, legacy: string, supported: string) =>
    `legacyOs.${os} (${legacy}) is newer than supportedOs.${os} (${supported})`,
  noSuchDate: (date: string) => `${quote(date)} is not a date of the calendar; write YYYY-MM-DD`,
  pastWaiver: (date: string) => `this waiver ended on ${date}: remove it, or fix what it excuses`,
  notRegistrable: (key: string, domain: string) =>
    `${quote(key)} is not the domain that is filed: ICP numbers belong to ${quote(domain)}`,
  parameterType: (rule: string, key: string, expected: string, got: string) =>
    `${rule}: parameter ${quote(key)} must be ${expected}, got ${got}`,
  kinds: {
    string: 'a string',
    number: 'a number of 0 or more',
    boolean: 'true or false',
    list: 'a list',
    map: 'a map',
  },
  oneOf: (choices: readonly string[]) => choices.map(quote).join(' or '),
  wechatError: (code: string, message: string) =>
    `this is an error response of WeChat's domain interface: ${code} ${message}`.trimEnd(),
  pluginsNotLoaded: {
    refused: 'this config needs plugins, and --no-plugins (or HEFA_NO_PLUGINS) refuses them',
    found:
      'this config came with the scanned source and names plugins: code of scanned source never runs; if you trust it, name it with --config',
  },
  codeNotRun: {
    refused: 'this config is code, and --no-plugins (or HEFA_NO_PLUGINS) refuses it',
    found:
      'this config came with the scanned source and is code: code of scanned source never runs; if you trust it, name it with --config',
  },
  codeFailed: (detail: string) => `cannot load the config: ${detail}`,
  noModule: (file: string) =>
    `${file} is written as a module, but its package.json says "commonjs": call it ${file.replace(/([jt]s)$/, 'm$1')}`,
  noData: (path: string, kind: string) =>
    path === '' ? `the config must be an object, not a ${kind}` : `${path}: a ${kind} is not data`,
  refusedDomains: (key: string) =>
    `${quote(key)}: the console refused these domains, so they are in no list; fix them there, then fetch the list again`,
  fixedRule: (rule: string) => `${quote(rule)} can neither be switched off nor lowered`,
  allOff: 'every rule is switched off: nothing would be judged',
  pluginsFailed: (detail: string) => `cannot load the plugins: ${detail}`,
  // notes of an audit without a config
  cutToOrigin: (written: string, used: string) =>
    `${quote(written)}: only ${used} is a server domain; the rest is left out`,
  severalDomains: (written: string, count: number) => `${quote(written)}: taken as ${count} domains`,
  twoDomains: (written: string) =>
    `${quote(written)}: two addresses in one; write each by itself, or put a space between`,
}

function didYouMean(near: Suggestion): string {
  return near === undefined ? '' : `; did you mean ${quote(near)}?`
}
