/** Words of scans of a mini program's source, English: command line and reports. */

import type { LeftOut, PassedOver, ProjectKind, UndeterminedReason } from '../../facts/project.js'
import { byFamily, familyName } from '../../platforms/index.js'

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`

export const scan = {
  command: "compare the hosts a mini program's source calls with the config",
  folder: 'the folder of the mini program',
  flags: {
    scan: 'also scan the source of the mini program in DIR: one report, one exit status',
    config: 'the config with the domain lists (default: as hefa check finds it here, then in DIR)',
    har: 'hosts actually contacted, from a network panel (HAR export); may be repeated',
    log: 'hosts actually contacted, from a console exported on a phone (vConsole); may be repeated',
    mode: 'the build whose values are used: release, trial or development (default: release)',
    writeConfig: 'print a config with the hosts the source calls, and judge nothing',
  },
  notAFolder: (folder: string, code: string) => `${folder}: cannot be scanned: ${code}`,
  noFolder: 'not a folder',
  noMiniProgram: 'it contains no scripts and no mini program',
  writeConfigAlone: (option: string) => `--write-config prints a config and no report: leave out ${option}`,
  usingConfig: (file: string) => `compared with ${file}`,
  nothingFound: 'no call with a host was found: the list is empty',

  recording: {
    empty: 'this recording is empty',
    'not-json': 'not JSON, which a HAR file is (export it from the network panel)',
    'no-entries': 'not a HAR file: it has no log.entries',
    'no-url': 'an entry after this place has no request.url',
    'too-many': 'more requests than are read (100000)',
  },
  source: 'Source',
  kind: {
    ...byFamily((family) => familyName(family, 'en')),
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
  notCompared: 'No config was given: the hosts are listed but not compared.',
  makeConfig: 'To write a config from the calls in the source:',
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
    parameter: 'a parameter that no caller sets',
    'server-data': 'the value comes from a response, storage or an await',
    import: 'the value comes from a module that is not there',
    computed: 'computed in a way that is not followed',
    missing: 'no URL is given',
    cloud: "named by the cloud service's console alone",
    'no-server': 'a path without a server',
    limit: 'too many values or steps',
  } satisfies Record<UndeterminedReason, string>,
  passed: {
    syntax: 'syntax error',
    'too-large': 'too large',
    'not-text': 'not text',
    unreadable: 'cannot be read',
    outside: 'is outside the folder',
    limit: 'beyond the limit of files',
    budget: 'takes too many steps',
    nesting: 'nested too deeply',
    missing: 'not there',
    interrupted: 'ended before',
    'unknown-kind': 'in an unknown language',
    'run-time-code': 'code generated at run time',
  } satisfies Record<PassedOver['reason'], string>,
  leftOutFor: {
    'app-only': 'for apps only',
    'other-platform': 'for other platforms only',
    tests: 'tests',
    types: 'type declarations',
    server: 'code of servers and tools',
    unpacked: 'kept out of the package',
    ignored: 'listed in .gitignore and not referenced',
    output: 'build output next to its source',
    elsewhere: 'not part of any mini program found here',
  } satisfies Record<LeftOut['reason'], string>,
  leftOut: (files: number, why: string, file: string) =>
    `${count(files, 'file')} left out (${why}): ${file}${files > 1 ? ' …' : ''}`,
  otherBuilds: (origins: number, first: string) =>
    `${count(origins, 'server')} that only other builds contact, not judged: ${first}`,
  suite: 'source',
}
