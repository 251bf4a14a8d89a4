/** The result of `getApp()`: the app's options, in every form that frameworks allow. */

import { fold } from '../evaluate/folding.js'
import { exportOf } from '../evaluate/modules.js'
import { argValues } from '../evaluate/parameters.js'
import type { Program } from '../evaluate/program.js'
import type { Value } from '../evaluate/values.js'
import { isAppMaker } from '../frameworks/index.js'
import type { CallExpr } from '../ir/types.js'

/** Files that export the app by default: `App.vue` of uni-app and mpvue, `app.tsx` of Taro, `app.wpy`, `app.mpx`. */
const APP_FILE = /(?:^|\/)app\.(?:vue|nvue|uvue|wpy|mpx|[jt]sx?)$/i

/** Functions that receive the app's options. */
const MAKERS = new Set(['createApp', 'createSSRApp'])

/** Adds the apps that files export. */
export function exportedApps(program: Program): void {
  for (const module of program.modules.values()) {
    if (!APP_FILE.test(module.file) || !module.exports.has('default')) continue
    program.steps = 1_000
    addApps(program, exportOf(program, module, 'default') ?? [])
  }
}

/** Adds the arguments of `App({…})` and `createApp({…})`. */
export function givenApp(program: Program, maker: string, call: CallExpr): void {
  const options = call.args[0]
  if (!options || !(isAppMaker(maker) || MAKERS.has(maker)) || isOfRuntime(call)) return
  const given = fold(program, options, null)
  addApps(program, given)
  // `createApp(new Vue({ …App }))`: the instance that Vue makes from options has their members.
  for (const one of given) {
    const [first] = one.k === 'instance' && one.args ? one.args : []
    if (first) addApps(program, argValues(program, first))
  }
}

/** A framework's runtime passes its arguments on. */
function isOfRuntime({ module, pos }: CallExpr): boolean {
  return module.bundle.some(
    ({ runtime, bundled }) => runtime && bundled && bundled.start <= pos && pos < bundled.end,
  )
}

/** Adds options, and a class's only instance. */
export function addApps(program: Program, values: Value[]): void {
  for (const value of values) {
    if (value.k === 'class') add(program, { k: 'instance', of: value.expr, args: null, env: value.env })
    else if (value.k === 'object' || value.k === 'instance') add(program, value)
  }
}

function add(program: Program, app: Value): void {
  const isKnown = program.apps.some(
    (one) =>
      (one.k === 'object' && app.k === 'object' && one.expr === app.expr) ||
      (one.k === 'instance' && app.k === 'instance' && one.of === app.of),
  )
  if (!isKnown) program.apps.push(app)
}
