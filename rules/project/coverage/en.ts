import type { UnreadReason } from '../../../src/facts/index.js'
import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

const GENERATED = 'code generated at run time (eval, new Function, with)'

const UNREAD: Record<UnreadReason, string> = {
  syntax: 'it has a syntax error',
  'too-large': 'it is too large',
  'not-text': 'it is not text',
  unreadable: 'the system did not let it be read',
  outside: 'it is outside the folder',
  limit: 'the folder holds too much',
  budget: 'following its calls takes more steps than one file is given',
  nesting: 'it is nested too deeply',
  missing: 'it is not there',
  interrupted: 'the scan was ended before',
  'unknown-kind': 'its language is not known',
  'run-time-code': `it runs ${GENERATED}`,
}

/** A folder ends with a slash. */
const lostText = (file: string, files: number) =>
  file.endsWith('/')
    ? `${file} is not there, and ${files} files in it are named.`
    : `${file} and ${files - 1} more of its name in other folders are not there.`

/** Files with the same fault: the first three by name. */
function alike(file: string, others: readonly string[], files: number): string {
  const [second = '', third] = others
  if (files === 2) return `${file} and ${second}`
  if (files === 3) return `${file}, ${second} and ${third}`
  return `${file}, ${second} and ${files - 2} more`
}

const byText = (by: string | null) => (!by ? '' : ` ${by} names it.`)

export default {
  title: 'All of the source was read',
  why: 'A file that was not read may call any host: an incomplete scan says nothing about the release.',
  howToFix:
    'Scan the folder in which the project begins, as it stands when it is built, with generated and untracked files in their places. Fix what cannot be parsed; remove pages and imports that lead nowhere.',
  pass: ({ files, pages }) =>
    `${files} ${files === 1 ? 'file' : 'files'} read${pages === null ? '' : `, ${pages} ${pages === 1 ? 'page' : 'pages'} listed`}`,
  unknown: {
    'not-read': 'a file or page was not read',
    'no-files': 'not one file was read',
    'no-pages': 'no page is listed',
    'other-platform': 'every call is for another platform',
  },
  reasons: {
    'not-read': {
      message: ({ file, cause, by, files, others }) =>
        others && cause === 'run-time-code'
          ? `${alike(file, others, files)} run ${GENERATED}. What that calls is not known.`
          : others
            ? `${alike(file, others, files)} were not read, each because ${UNREAD[cause]}. What they call is not known.`
            : files > 1
              ? `${lostText(file, files)}${byText(by)} What they call is not known.`
              : cause === 'run-time-code'
                ? `${file} runs ${GENERATED}. What that calls is not known.`
                : `${file} was not read: ${UNREAD[cause]}.${byText(by)} What it calls is not known.`,
      fix: ({ cause }) =>
        cause === 'missing'
          ? 'Put it where the build has it (check out submodules, run what generates code), or remove what names it. Or check by hand that it calls no host that is not listed, and run with --allow-unknown.'
          : 'Fix it or exclude it from the project. Or check by hand that it calls no host that is not listed, and run with --allow-unknown.',
    },
    'no-files': {
      message: () => 'Not one script was read: what the mini program calls is not known.',
      fix: () => 'Scan the folder that holds its source.',
    },
    'no-pages': {
      message: ({ files, list }) =>
        `${list} lists no page, and ${files} ${files === 1 ? 'file was' : 'files were'} read: this may not be the whole source.`,
      fix: () => 'Scan the folder that holds the whole source, with app.json or pages.json as it is built.',
    },
    'other-platform': {
      message: ({ callee, calls, family }) =>
        family === null
          ? `All calls found (${calls}, such as ${callee}) are for a platform whose rules are not known here: none was judged.`
          : `All calls found (${calls}, such as ${callee}) are for "${family}", so there was nothing to judge here.`,
      fix: ({ family }) =>
        family === null
          ? "Check the hosts by hand against that platform's list, and run with --allow-unknown."
          : `Judge the source for that platform: --platform ${family}, or "platforms": ["${family}"] in the config.`,
    },
  },
} satisfies RuleText<typeof rule>
