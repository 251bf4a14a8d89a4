/** Items that functions put into lists they are given: `add(urls, url)`, where that does `to.push(url)`. */

import { putTo } from '../../grouping.js'
import { type Binding, type Expr, variableOf } from '../ir/types.js'
import type { Program, Site } from './program.js'
import type { Change } from './targets.js'
import { type Env, newEnv } from './values.js'

/** One item, with what the function that puts it there is given. */
interface Item {
  item: Expr
  env: Env
}

interface PassedLists {
  variables: Map<Binding, Item[]>
  members: Map<string, Change[]>
}

const MOST_CALLERS = 200
const lists = new WeakMap<Program['sites'], PassedLists>()
const NONE: PassedLists = { variables: new Map(), members: new Map() }

/** Known once all calls are. */
function listsIn(program: Program): PassedLists {
  if (!program.isIndexed) return NONE
  const known = lists.get(program.sites)
  if (known) return known
  const made: PassedLists = { variables: new Map(), members: new Map() }
  for (const [fn, sites] of program.sites)
    fn.params.forEach((param, index) => {
      for (const item of param?.grown ?? [])
        for (const site of sites.slice(0, MOST_CALLERS)) {
          const args = site.args.map((expr) => ({ expr, env: null }))
          note(made, site, site.args[index], { item, env: newEnv(fn, args, null, null) })
        }
    })
  lists.set(program.sites, made)
  return made
}

function note({ variables, members }: PassedLists, { call }: Site, list: Expr | undefined, one: Item): void {
  if (list?.k === 'ref') putTo(variables, variableOf(list.binding), one)
  if (list?.k !== 'member' || typeof list.name !== 'string') return
  const { object, name } = list
  const write = { object, name, value: one.item, fn: call.fn, guard: null }
  putTo(members, name, { write, env: one.env })
}

/** What is put into a variable's list that way. */
export const putIntoVariable = (program: Program, binding: Binding): readonly Item[] =>
  listsIn(program).variables.get(binding) ?? []

/** What is put into lists of members of that name, of whatever object. */
export const putIntoMembers = (program: Program, name: string): readonly Change[] =>
  listsIn(program).members.get(name) ?? []
