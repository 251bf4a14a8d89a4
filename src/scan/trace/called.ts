/** What one call may call: it is recorded with that, and told where it may be a network call. */

import { putTo } from '../../grouping.js'
import { answers } from '../evaluate/answers.js'
import { usesInterceptor } from '../evaluate/client-interceptors.js'
import { askingOf, clientOf, requestOf, shapeOf } from '../evaluate/clients.js'
import { callsLanguage } from '../evaluate/effects.js'
import { fold } from '../evaluate/folding.js'
import { intercepts } from '../evaluate/interceptors.js'
import { calleeName } from '../evaluate/names.js'
import type { Program } from '../evaluate/program.js'
import { appliedBy, givenToApply } from '../evaluate/proxies.js'
import { type NamedClient, namedClient } from '../evaluate/steered.js'
import { noteStore } from '../evaluate/stores.js'
import { noteSelf } from '../evaluate/this.js'
import type { Value } from '../evaluate/values.js'
import { givesGetter } from '../evaluate/zustand.js'
import { calledAt, callerByName, isAnyMember } from '../frameworks/index.js'
import type { CallExpr, ClassExpr, Fn } from '../ir/types.js'
import { givenApp } from './apps.js'
import { carriedBy } from './carriers.js'
import { notePassing } from './channels.js'
import { addSite, claim, indexCallbacks, indexHanded, indexPlugin, indexTraps } from './entered.js'
import { entryOf } from './entries.js'
import { helped } from './helped.js'
import { isLost } from './lost.js'
import { isAnyOf } from './meant.js'
import { copy, mixIn, provides, stores } from './noted.js'
import { runsText } from './unfollowed.js'
import { ofAbsent } from './unseen.js'

/** Records a call and returns what it may call. */
export function indexCall(program: Program, call: CallExpr, sinks: Set<CallExpr>, steps: number): Value[] {
  program.steps = steps
  const named = namedClient(program.steered, call)
  if (!named && callsLanguage(program, call)) {
    indexCallbacks(program, call)
    return indexHanded(program, call, sinks)
  }
  const callees = fold(program, call.callee, null)
  if (named) {
    standsFor(program, named, call, callees)
    sinks.add(call)
    indexCallbacks(program, call)
    return []
  }
  for (const callee of callees) indexCallee(program, callee, call, sinks)
  if (isAnyOf(program, call)) sinks.add(call)
  usesInterceptor(program, call)
  provides(program, call)
  indexPlugin(program, call)
  indexCallbacks(program, call)
  return [...callees, ...indexHanded(program, call, sinks)]
}

/** A call declared by the team stands for the function it calls: the calls inside it are not counted separately. */
function standsFor(program: Program, { calls }: NamedClient, call: CallExpr, callees: Value[]): void {
  calls.add(call)
  claim(program, callees)
}

function indexCallee(program: Program, callee: Value, call: CallExpr, sinks: Set<CallExpr>): void {
  if (isLost(callee, call) || entryOf(callee, call) || ofAbsent(callee)) sinks.add(call)
  if (callee.k === 'function') {
    if (!callee.bound) addSite(program, callee.fn, call, call.args)
    if (!call.isNew) noteSelf(program, callee)
    if (callee.fn.role) helped(program, callee.fn.role, call)
  } else if (callee.k === 'class' || callee.k === 'prototype') {
    const made = constructorOf(program, callee)
    if (made) addSite(program, made, call, call.args)
    else if (callee.k === 'class') madeBy(program, callee.expr, call)
  } else if (callee.k === 'native') {
    indexNative(program, callee.path, call, sinks)
  } else if (callee.k === 'method') {
    indexMethod(program, callee, call, sinks)
  } else if (callee.k === 'object') {
    for (const { fn } of appliedBy(program, callee))
      addSite(program, fn, call, givenToApply(call.args), 'used')
  } else {
    const client = clientOf(program, callee)
    if (client && requestOf(client, '', call.isNew)) sinks.add(call)
  }
  carriedBy(program, callee, call)
  noteStore(program, callee, call)
  givesGetter(program, callee, call)
  if (callee.k === 'package') givenApp(program, callee.path, call)
  if (callee.k === 'package' && callee.name === 'vue' && /(?:^|\.)mixin$/.test(callee.path))
    mixIn(program, call)
  if (callee.k === 'package' && /promisifyAll/i.test(`${callee.path}${calleeName(call.callee)}`))
    copy(program, call)
}

function indexNative(program: Program, path: string, call: CallExpr, sinks: Set<CallExpr>): void {
  const plain = path.replace(/\.(call|apply)$/, '')
  if (isAnyMember(plain) || callerByName(path) || callerByName(plain)) sinks.add(call)
  if (calledAt(call.isNew ? path : plain, call.isNew)) sinks.add(call)
  const client = clientOf(program, { k: 'native', path })
  if (client && requestOf(client, '', call.isNew)) sinks.add(call)
  if (runsText(path)) program.textRuns.add(call)
  givenApp(program, path, call)
  if (path === 'Vue.mixin') mixIn(program, call)
  stores(program, path, call)
  answers(program, path, call)
  intercepts(program, path, call)
  notePassing(program, path, call)
  if (/promisifyAll/i.test(path)) copy(program, call)
  if ((path === 'Proxy' && call.isNew) || path === 'Proxy.revocable') indexTraps(program, call)
}

type Method = Extract<Value, { k: 'method' }>

function indexMethod(program: Program, callee: Method, call: CallExpr, sinks: Set<CallExpr>): void {
  const { of, name } = callee
  if (askingOf(callee, call.isNew)) sinks.add(call)
  if (of.k === 'client') {
    if (shapeOf(of).setups?.includes(name) && !program.setups.some((setup) => setup.call === call)) {
      program.setups.push({ client: of, call })
    }
  } else if (of.k === 'function' && name === 'call') addSite(program, of.fn, call, call.args.slice(1))
  else if (of.k === 'function' && name === 'apply' && call.args[1]) {
    addSite(program, of.fn, call, [{ k: 'spread', of: call.args[1] }])
  }
}

function constructorOf(program: Program, value: Value, depth = 0): Fn | null {
  if (value.k === 'function') return value.fn
  const of = value.k === 'class' ? value.expr : value.k === 'prototype' ? value.of : null
  if (!of || depth > 8) return null
  if (!('k' in of)) return of
  if (of.constructor_ || !of.parent) return of.constructor_
  const [parent] = fold(program, of.parent, null)
  return parent ? constructorOf(program, parent, depth + 1) : null
}

function madeBy(program: Program, made: ClassExpr, call: CallExpr): void {
  if (!program.made.get(made)?.includes(call)) putTo(program.made, made, call)
}
