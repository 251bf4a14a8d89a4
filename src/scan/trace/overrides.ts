/** Functions put over a platform's own API, which pass calls on to it: those calls are reported where they are made. */

import { fold, memberOf } from '../evaluate/folding.js'
import type { Program } from '../evaluate/program.js'
import { targetsOf } from '../evaluate/targets.js'
import type { Value } from '../evaluate/values.js'
import { callAt, isApiName, isPlatform, memberPath } from '../frameworks/index.js'
import { claim } from './entered.js'

/** `const send = wx.request; wx.request = function () { return send.apply(wx, arguments) }`, under names that are put together too. */
export function claimOverrides(program: Program): void {
  for (const [name, writes] of program.writes) {
    if (!isApiName(name)) continue
    for (const write of writes) {
      const isOver = targetsOf(program, write).some(
        (one) => one.k === 'native' && callAt(memberPath(one.path, name)) !== null,
      )
      if (isOver) claim(program, fold(program, write.value, null))
    }
  }
  const loose = program.looseWrites
  for (const { write } of [...(loose?.get('native') ?? []), ...(loose?.get('unknown') ?? [])]) {
    if (!write.key) continue
    const isOver = fold(program, write.object, null).some((one) => one.k === 'native' && isPlatform(one.path))
    if (isOver) claim(program, fold(program, write.value, null))
  }
  for (const name of BROWSERS)
    for (const write of program.writes.get(name) ?? [])
      if (targetsOf(program, write).some((one) => one.k === 'native' && memberPath(one.path, name) === name))
        for (const value of fold(program, write.value, null)) claimMethods(program, value)
}

/** What adapters make of a platform's API: `GameGlobal.XMLHttpRequest = class { send() { wx.request(…) } }`. */
const BROWSERS = ['XMLHttpRequest', 'WebSocket', 'fetch']

function claimMethods(program: Program, value: Value): void {
  claim(program, [value])
  if (value.k !== 'function' && value.k !== 'class') return
  if (value.k === 'class' && value.expr.constructor_) program.claimed.add(value.expr.constructor_)
  for (const prototype of memberOf(program, value, 'prototype'))
    for (const name of METHODS) claim(program, memberOf(program, prototype, name))
}

const METHODS = ['open', 'send', 'setRequestHeader', 'abort', 'close', 'onopen', 'connect']
