/** What a scan found, in the corpus's own lines. */
import type { CallFact, Place, ProjectFacts } from '../../src/facts/index.js'

const at = ({ file, line, column }: Place) => `${file}:${line}:${column}`

/** Every fact as one line, in order. */
export function linesOf(facts: ProjectFacts): string[] {
  return [
    ['kinds', ...[...facts.kinds].sort()].join(' '),
    ['families', ...(facts.families.length > 0 ? [...facts.families].sort() : ['-'])].join(' '),
    ...facts.calls.map(callLine),
    ...(facts.otherBuilds ?? []).map(({ text, place }) => `other-build ${at(place)} ${text}`),
    ...facts.passedOver.map(({ file, reason }) => `passed ${file} ${reason}`),
    ...facts.leftOut.map(({ reason, files, file }) => `left ${reason} ${files} ${file}`),
    ...facts.settings.map(({ place, name, value }) => `setting ${at(place)} ${name} ${value}`),
    ...facts.resources.map(({ place, tag, url }) => `resource ${at(place)} ${tag} ${url}`),
    ...facts.secrets.map(({ place, kind, text }) => `secret ${at(place)} ${kind} ${text}`),
  ].sort()
}

/** What the sweep leaves: compared only where a project's listing speaks of it. */
export function sweptLines({ mentions, silentClients, libraries = [] }: ProjectFacts): string[] {
  return [
    ...mentions.map(
      ({ place, url, inProse, isMedia, isUnread, library }) =>
        `mention ${at(place)} ${url}${inProse ? ' in-prose' : ''}${isMedia ? ' media' : ''}${isUnread ? ' unread' : ''}${library ? ` ${library.isOwn ? 'in' : 'for'} ${library.name}` : ''}`,
    ),
    ...silentClients.map(({ place, name }) => `silent ${at(place)} ${name}`),
    ...libraries.map(
      ({ place, name, files, calls, isGiven }) =>
        `library ${place.file} ${files} ${isGiven ? 'given' : `own ${calls}`} ${name}`,
    ),
  ]
}

export const callHead = ({ place, api }: CallFact) => `call ${at(place)} ${api}`
export const urlText = ({ text, complete }: CallFact['urls'][number]) => (complete ? text : `${text}…`)

function callLine(call: CallFact): string {
  const { callee, families, urls, undetermined, methods, headers, foreign, unreached } = call
  const parts = [
    ...urls.map((url) => `${urlText(url)} @${at(url.place)}`),
    ...(undetermined ? [`undetermined ${undetermined}`] : []),
    ...methods.map(({ text, place }) => `method ${text} @${at(place)}`),
    ...headers.map(({ name, place }) => `header ${name} @${at(place)}`),
    ...(foreign ? ['foreign'] : []),
    ...(unreached ? ['unreached'] : []),
    ...(families.join() === usualFamilies(callee).join() ? [] : [`on ${families.join(' ')}`]),
  ]
  return [`${callHead(call)} ${callee}`, ...parts.sort()].join(' | ')
}

/** The families of the object a callee names. */
function usualFamilies(callee: string): string[] {
  const [object] = callee.split('.')
  if (object === 'wx') return ['wechat']
  return object === 'my' ? ['alipay', 'mpaas'] : []
}
