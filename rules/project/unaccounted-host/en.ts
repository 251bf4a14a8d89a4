import { fewOf } from '../../../src/i18n/few.js'
import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

const few = fewOf(', ', (n) => ` and ${n} more`)

export default {
  title: 'Every host in the source is accounted for',
  why: 'An address that no call was seen to use may belong to one that the scan could not follow, and on phones that call fails unless its host is listed.',
  howToFix:
    'Look where the address goes. List its host if the program calls it, remove it if nothing does, or say in the config why it is there.',
  pass: () => 'the host is listed',
  unknown: {
    escapes: 'an API goes where it cannot be followed, and may be called there',
    'in-library': 'a library has calls that could not be followed, and the address is its own',
    'for-library': 'a library has calls that could not be followed, and the address may be what it is given',
  },
  reasons: {
    unaccounted: {
      message: ({ origin }) =>
        `${origin} appears in the source, and no call or page that could be followed goes there.`,
      fix: () => 'Find out whether it is called: list it if so, else remove it.',
    },
    escapes: {
      message: ({ origin, api, to, at }) =>
        `${api} is handed to ${to} in ${at}, which cannot be followed: ${origin} may be called there.`,
      fix: () =>
        'List the host if it is called; remove the address if nothing calls it. Or let a function of your own that takes the address call the API, so that it can be followed.',
    },
    'in-library': {
      message: ({ origin, library, besides }) =>
        `${library} makes calls that could not be followed, and has addresses of its own that no other call uses: ${few([origin, ...besides])}.`,
      fix: () =>
        'Look up in the documentation of the library which hosts it needs, and list them. Where it needs none of these, say so in the config: scan.accept.',
    },
    'for-library': {
      message: ({ origin, library, besides }) =>
        `${library} calls the servers that it is told, which could not be followed. In a script that uses it, or in that script's settings, stands what no other call uses: ${few([origin, ...besides])}.`,
      fix: () =>
        'List what the library is given. If it is not given this, remove the address or say in the config why it is there: scan.accept.',
    },
    local: {
      message: ({ origin }) =>
        `${origin} appears in the source: only your own machine or network can reach it.`,
      fix: () => 'Take it out before release, or let only the development build have it.',
    },
    'in-prose': {
      message: ({ origin }) => `${origin} is named in a sentence.`,
      fix: () => 'Nothing has to be done unless the program calls it as well.',
    },
    media: {
      message: ({ origin }) =>
        `${origin} has images, sound, video or fonts only, as far as the source shows: what pages show and play needs no list.`,
      fix: () => 'Nothing has to be done unless the program downloads or requests it.',
    },
    documentation: {
      message: ({ origin, what }) =>
        what === 'namespace' ? `${origin} is a namespace identifier.` : `${origin} is a documentation site.`,
      fix: () => 'Nothing has to be done unless the program calls it.',
    },
  },
} satisfies RuleText<typeof rule>
