/** Words of scans of a mini program's source, English: command line and reports. */
import type { PassedOver, ProjectKind, UndeterminedReason } from '../../facts/project.js'

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`

export const scan = {
  command: "compare the hosts a mini program's source calls with the config",
  folder: 'the folder of the mini program',
  flags: {
    scan: 'also scan the source of the mini program in DIR: one report, one exit status',
    config: 'the config with the domain lists (default: as hefa check finds it here, then in DIR)',
    har: 'hosts really asked, from a network panel (HAR export); may be repeated',
    log: 'hosts really asked, from a console exported on a phone (vConsole); may be repeated',
    mode: 'the build whose values are taken: release, trial or development (default: release)',
    writeConfig: 'print a config made of what the source calls, and judge nothing',
  },
  notAFolder: (folder: string, code: string) => `${folder}: cannot be scanned: ${code}`,
  noFolder: 'not a folder',
  writeConfigAlone: (option: string) => `--write-config prints a config and no report: leave out ${option}`,
  usingConfig: (file: string) => `compared with ${file}`,
  nothingFound: 'no call with a host was found: the list stands empty',

  recording: {
    empty: 'this recording is empty',
    'not-json': 'this is no JSON: a HAR file is (export it from the network panel)',
    'no-entries': 'this is no HAR file: it has no log.entries',
    'no-url': 'an entry after this place has no request.url',
    'too-many': 'more requests than are looked at (100000)',
  },
  source: 'Source',
  kind: {
    wechat: 'WeChat',
    alipay: 'Alipay',
    'uni-app': 'uni-app',
    taro: 'Taro',
    plain: 'plain scripts',
  } satisfies Record<ProjectKind, string>,
  masthead: (calls: number, files: number) => `${count(calls, 'call')} in ${count(files, 'file')}`,
  read: (files: number) => `${count(files, 'file')} read`,
  resolved: (resolved: number, found: number) =>
    found === 0 ? 'no network call found' : `${resolved} of ${count(found, 'network call')} resolved`,
  undetermined: (n: number) => `${n} not determined`,
  passedOver: (n: number) => `${count(n, 'file')} passed over`,
  notCompared: 'No config was given: the hosts are listed and compared with nothing.',
  makeConfig: 'A config made of what the source calls:',
  hosts: 'Hosts called',
  host: 'host',
  api: 'API',
  calls: (n: number) => count(n, 'call'),
  call: 'call',
  place: 'place',
  why: 'why',
  file: 'file',
  undeterminedTitle: 'Calls whose URL could not be determined',
  passedOverTitle: 'Files passed over',
  reasons: {
    parameter: 'a parameter, of which no caller tells the value',
    'server-data': 'the value comes from an answer, a storage or an await',
    import: 'the value comes from a module that is not there',
    computed: 'computed in a way that is not followed',
    missing: 'no URL is given',
    limit: 'too many values or steps',
  } satisfies Record<UndeterminedReason, string>,
  passed: {
    syntax: 'syntax error',
    'too-large': 'too large',
    'not-text': 'not text',
    unreadable: 'cannot be read',
    outside: 'leads out of the folder',
    limit: 'beyond the limit of files',
  } satisfies Record<PassedOver['reason'], string>,
  suite: 'source',
}
