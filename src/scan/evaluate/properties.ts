/** Which properties of an object decide the value of a name. */
import type { ObjExpr, Property } from '../ir/types.js'

/** Index for an object with many properties: for each name the properties that decide it, and those that decide all other names. */
interface Named {
  byName: ReadonlyMap<string, readonly Property[]>
  others: readonly Property[]
}

const MANY = 12
const MOST_OPEN = 16
const named = new WeakMap<readonly Property[], Named>()

function namedIn(props: readonly Property[]): Named {
  const byName = new Map<string, readonly Property[]>()
  let open: Property[] = []
  for (let at = props.length - 1; at >= 0; at--) {
    const property = props[at] as Property
    if (typeof property.key !== 'string') open = [property, ...open]
    else if (!byName.has(property.key)) byName.set(property.key, [property, ...open])
    if (open.length > MOST_OPEN) return { byName: new Map(), others: props }
  }
  return { byName, others: open }
}

/** Those that may have that name, in order. */
export function propertiesFor({ props }: ObjExpr, name: string): readonly Property[] {
  if (props.length < MANY) return props
  let known = named.get(props)
  if (!known) {
    known = namedIn(props)
    named.set(props, known)
  }
  return known.byName.get(name) ?? known.others
}
