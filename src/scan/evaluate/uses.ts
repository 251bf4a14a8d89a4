/**
 * Where functions and objects flow, by the source alone: what holds them, and which members are read there. It never reports
 * less than there is: whatever flows out of sight counts as used.
 */

import { ITSELF } from '../ir/module.js'
import {
  type Binding,
  type CallExpr,
  type Expr,
  type Fn,
  type MemberWrite,
  type Module,
  thisFunction,
} from '../ir/types.js'
import {
  type Holder,
  Holders,
  hold,
  isWalked,
  joinExports,
  known,
  newHolder,
  RETURNED,
  type ResolveModule,
  read,
  resultOf,
  WHOLE,
} from './holders.js'
import {
  alternativesOf,
  HAS_METHODS,
  isExposed,
  isOwnThis,
  isPackages,
  isPlatform,
  LIFE,
  loadsFolders,
  MAKERS,
  partsOf,
} from './use-forms.js'

export const CALLED = '()'
export const MADE = 'new'

/** How an expression is used: as one that goes on into a holder, is called, or is read by a name. */
type Use = Holder | { in: readonly Holder[]; name: string } | { read: string }

export class Uses {
  readonly holders = new Holders()
  readonly #selves = new Map<Fn, Holder>()
  readonly #results = new Map<Fn, Holder | null>()
  readonly #globals = new Set<string>()
  readonly #waiting: (() => void)[] = []
  /** Members of platforms' objects that are read, and those that a script sets. */
  readonly #ofPlatforms: { name: string; use: Use }[] = []
  readonly #set = new Set<string>()
  readonly #loose: Holder = { ...newHolder(), isLoose: true }
  readonly #resolve: ResolveModule
  /** Whatever `this` is: a method may be attached to another object than the one it is written in. */
  readonly anySelf = newHolder()
  /** Methods of pages and components, by their names: only the platform and markup may call what no script calls. */
  readonly methods = new Map<Fn, string>()

  /** `byName`: a build imports names that are used but not declared; `bound`: exports are used by imports only. */
  constructor(modules: Iterable<Module>, resolve: ResolveModule, byName = false, bound = false) {
    this.#resolve = resolve
    const all = [...modules]
    for (const module of all) this.#module(module)
    // Not by recursion: a script's functions may nest deeper than the stack.
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) next()
    for (const { name, use } of this.#ofPlatforms)
      if (this.#set.has(name)) this.#enter(this.holders.member(name), use)
    const isBound = bound && !all.some(({ calls }) => calls.some(loadsFolders))
    joinExports(this.holders, all, resolve, byName ? this.#globals : null, isBound)
  }

  #module(module: Module): void {
    for (const binding of module.names) this.#binding(binding)
    for (const [name, values] of module.exports)
      for (const value of values) this.#visit(value, this.holders.exported(module, name))
    for (const call of module.calls) this.#call(call)
    for (const write of module.writes) this.#write(write)
    for (const { value } of [...module.looseWrites, ...module.grown]) this.#visit(value, this.#loose)
    for (const value of module.loose) this.#visit(value, this.#loose)
    if (!isExposed(module)) return
    for (const binding of module.names) this.holders.of(binding).isLoose = true
    this.holders.exported(module, 'default').isLoose = true
  }

  #call({ callee, args, isNew }: CallExpr): void {
    this.#visit(callee, { read: isNew ? MADE : CALLED })
    const makes = callee.k === 'global' && MAKERS.has(callee.name) ? callee.name : null
    args.forEach((arg, at) => {
      if (makes && at === 0 && arg.k === 'obj') this.#options(arg, HAS_METHODS.has(makes))
      else if (at > 0 || !isOwnThis(callee, arg)) this.#visit(arg, this.#loose)
    })
  }

  /** Of a page or a component, which has its methods apart. */
  #options(options: Extract<Expr, { k: 'obj' }>, isApart: boolean): void {
    const holder = this.holders.of(options)
    if (isWalked(holder)) {
      this.#visit(options, this.#loose)
      return
    }
    for (const { key, value } of options.props) {
      if (isApart && key === 'methods' && value.k === 'obj') {
        hold(this.holders.of(value), holder, key)
        this.#options(value, false)
      } else if (!isApart && typeof key === 'string' && value.k === 'fn' && !LIFE.test(key)) {
        this.#visit(value, { in: [holder], name: key })
        hold(this.holders.of(value.fn), this.holders.member(key), null)
        this.methods.set(value.fn, key)
      } else this.#visit(value, this.#loose)
    }
  }

  #write({ object, name, value }: MemberWrite): void {
    if (isPlatform(object)) this.#set.add(name)
    if (LIFE.test(name) || isPackages(object, this.#resolve)) this.#visit(value, this.#loose)
    const owners = this.#ownersOf(object)
    this.#visit(value, owners.length > 0 ? { in: owners, name } : this.holders.named(name))
    if (value.k !== 'fn' || value.fn.owner) return
    const self = known(this.#selves, value.fn)
    for (const owner of owners) hold(owner, self, null)
  }

  /** The objects that are changed, if every reference to them is known. */
  #ownersOf(object: Expr): Holder[] {
    if (object.k === 'member' && object.name === 'prototype') return this.#ownersOf(object.object)
    if (object.k === 'this') return [this.#selfOf(object.fn)].filter((one) => one !== null)
    if (object.k !== 'ref') return []
    const owners: Holder[] = []
    for (const { value } of object.binding.values) {
      if (value.k !== 'obj' && value.k !== 'class' && value.k !== 'fn') return []
      owners.push(this.holders.of(value.k === 'fn' ? value.fn : value))
    }
    return owners
  }

  #selfOf(fn: Fn | null): Holder | null {
    const own = thisFunction(fn)
    const owner = own?.owner
    if (!own) return null
    if (!owner) return known(this.#selves, own)
    if (owner.k === 'made') return this.#ownersOf(owner.by)[0] ?? null
    return this.holders.of(owner.k === 'static' ? owner.of : owner)
  }

  #binding(binding: Binding): Holder {
    const holder = this.holders.of(binding)
    if (isWalked(holder)) return holder
    this.#waiting.push(() => {
      for (const { value } of binding.values) this.#visit(value, holder)
      for (const value of binding.grown ?? []) this.#visit(value, this.#loose)
    })
    return holder
  }

  #visit(expr: Expr, use: Use): void {
    switch (expr.k) {
      case 'ref':
        this.#enter(this.#binding(expr.binding), use)
        return
      case 'import': {
        const holder = this.#imported(expr)
        if (holder) this.#enter(holder, use)
        return
      }
      case 'this': {
        const self = this.#selfOf(expr.fn)
        if (self) this.#enter(self, use)
        if (use !== this.#loose) this.#enter(this.anySelf, use)
        return
      }
      case 'global':
        this.#globals.add(expr.name)
        this.#enter(this.holders.named(expr.name), use)
        return
      case 'member':
        this.#member(expr, use)
        return
      case 'fn': {
        const holder = this.holders.of(expr.fn)
        this.#enter(holder, use)
        this.#returned(expr.fn, holder, use)
        return
      }
      default:
        this.#visitMade(expr, use)
    }
  }

  /** What it gives flows to where its calls do; of a method, to the calls of that name: `static getInstance()`. */
  #returned(fn: Fn, holder: Holder, use: Use): void {
    const result = 'in' in use ? this.holders.result(use.name) : null
    const known = this.#results.get(fn)
    if (known && known !== result) known.isLoose = true
    if (isWalked(holder)) return
    this.#results.set(fn, result)
    const returned: Use = { in: [holder], name: RETURNED }
    this.#waiting.push(() => {
      for (const { value } of fn.returns)
        this.#visit(value, result && value.k !== 'obj' && value.k !== 'fn' ? result : returned)
    })
  }

  #visitMade(expr: Expr, use: Use): void {
    switch (expr.k) {
      case 'obj':
      case 'class': {
        const holder = this.holders.of(expr)
        this.#enter(holder, use)
        if (isWalked(holder)) return
        if (expr.k === 'obj') this.#properties(expr, holder)
        else this.#class(expr, holder)
        return
      }
      case 'call':
        // An instance flows where its class would.
        if (expr.isNew) this.#visit(expr.callee, use)
        else {
          // Of a callee without a name all that it gives counts as used.
          const by = this.#calledBy(expr.callee)
          if (by) this.#enter(resultOf(by), use)
          else this.#visit(expr.callee, this.#loose)
        }
        return
      case 'cond':
      case 'either':
      case 'default':
        for (const one of alternativesOf(expr)) this.#visit(one, use)
        return
      case 'await':
        this.#visit(expr.value, use)
        return
      default:
        for (const part of partsOf(expr)) this.#visit(part, this.#loose)
    }
  }

  /** Who holds what is called; null if it has no name. */
  #calledBy(callee: Expr): Holder | null {
    if (callee.k === 'ref') return this.#binding(callee.binding)
    if (callee.k === 'global') return this.holders.named(callee.name)
    if (callee.k === 'import') return this.#imported(callee)
    return callee.k === 'member' && typeof callee.name === 'string' ? this.holders.member(callee.name) : null
  }

  #properties(object: Extract<Expr, { k: 'obj' }>, holder: Holder): void {
    object.props.forEach(({ key, value }, at) => {
      const isSame = key === null && at === 0 && object.renews === true
      const use: Use = typeof key === 'string' ? { in: [holder], name: key } : isSame ? holder : this.#loose
      this.#visit(value, use)
    })
  }

  #class(made: Extract<Expr, { k: 'class' }>, holder: Holder): void {
    // Inherited code may call methods of subclasses.
    if (made.parent) {
      holder.isLoose = true
      this.#visit(made.parent, this.#loose)
    }
    for (const [name, value] of [...made.members, ...made.statics]) this.#visit(value, { in: [holder], name })
  }

  #member({ object, name }: Extract<Expr, { k: 'member' }>, use: Use): void {
    if (typeof name !== 'string') {
      this.#visit(object, this.#loose)
      this.#visit(name, this.#loose)
      return
    }
    this.#visit(object, { read: name })
    // What `wx.request` reads is no page's own `request`.
    if (isPlatform(object)) this.#ofPlatforms.push({ name, use })
    else this.#enter(this.holders.member(name), use)
    // Code that holds the method itself calls it by another name.
    if (!('read' in use && use.read === CALLED)) this.holders.result(name).isLoose = true
  }

  /** Null for a module that isn't there. */
  #imported({ specifier, from, name }: Extract<Expr, { k: 'import' }>): Holder | null {
    const module = specifier === ITSELF ? from : this.#resolve(specifier, from)
    if (!module) return null
    const holder = this.holders.exported(module, name)
    if (!WHOLE.includes(name)) hold(this.holders.named(name), holder, null)
    read(this.holders.imported(module), name)
    return holder
  }

  #enter(holder: Holder, use: Use): void {
    if ('read' in use) read(holder, use.read)
    else if ('in' in use) for (const one of use.in) hold(holder, one, use.name)
    else if (use === this.#loose) holder.isLoose = true
    else if (use !== holder) hold(holder, use, null)
  }
}
