/**
 * Splits several domains in one text, as people paste them: WeChat's console separates them by ";", a chat by "、" or a
 * new line.
 */

const SEPARATORS = /([\s,;、；，､]+)/u
const SCHEME_ALONE = /^[a-z][a-z0-9+.-]*:\/\/$/i
/** Before another scheme in the middle of a text: pasted without a separator. */
const NEXT_SCHEME = /(?<=.)(?=(?:https?|wss?|udp|tcp):\/\/)/gi

/** In the order of the text; empty when there is nothing but separators in it. */
export function splitDomains(text: string): string[] {
  const parts: string[] = []
  const pieces = text.split(SEPARATORS)
  for (let at = 0; at < pieces.length; at += 2) {
    const piece = pieces[at] ?? ''
    if (piece === '') continue
    const last = parts.at(-1)
    if (last !== undefined && belongsTo(last, piece)) parts[parts.length - 1] = last + pieces[at - 1] + piece
    else parts.push(piece)
  }
  return parts
}

/** `https:// a.cn` is one mistake, not two domains, and a comma in a query separates its values. */
function belongsTo(last: string, piece: string): boolean {
  return SCHEME_ALONE.test(last) || (/[?#]/.test(last) && /^[\w%=&-]+$/.test(piece) && piece !== 'localhost')
}

/** Does what should be one domain contain a second scheme? */
export function holdsTwo(text: string): boolean {
  return (text.match(/:\/\//g) ?? []).length > 1
}

/** A name of at least two parts, an address in brackets, or this machine. */
const HOST = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/?#.]+\.[^/?#.]|\[|localhost\b)/i

/** The domains in one entry of a list; the entry itself if it is meant as one, such as a name with a space in it. */
export function domainsIn(entry: string): string[] {
  const parts = splitDomains(entry).flatMap((part) => (holdsTwo(part) ? part.split(NEXT_SCHEME) : [part]))
  return parts.every((part) => HOST.test(part)) ? parts : [entry]
}
