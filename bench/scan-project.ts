/** A made-up uni-app project with a WeChat side, alike every time: pages, components, services, stores, helpers. */

export interface SourceFile {
  path: string
  text: string
}

/** `count` source files of about 7 kB each, or that `share` of it, besides the project's own few. */
export function projectFiles(count: number, share = 1): SourceFile[] {
  const kinds = [servicePart, pagePart, helperPart, pagePart, storePart]
  const sources = Array.from({ length: count }, (_, index) => {
    const kind = kinds[index % kinds.length] ?? helperPart
    return kind(Math.floor(index / kinds.length), index, share)
  })
  return [...FIXED, ...entriesTo(sources), ...sources]
}

/** What leads to every page and store. */
function entriesTo(sources: readonly SourceFile[]): SourceFile[] {
  const paths = sources.map(({ path }) => path)
  const pages = paths.filter((path) => path.endsWith('.vue')).map((path) => ({ path: path.slice(4, -4) }))
  const stores = paths
    .filter((path) => path.startsWith('src/store/'))
    .map((path) => `import '.${path.slice(3)}'`)
  return [
    { path: 'src/pages.json', text: `${JSON.stringify({ pages })}\n` },
    { path: 'src/main.js', text: `${stores.join('\n')}\n` },
  ]
}

const FIXED: SourceFile[] = [
  {
    path: 'package.json',
    text: '{ "name": "bench", "dependencies": { "@dcloudio/uni-app": "3.0.0" } }\n',
  },
  {
    path: 'src/manifest.json',
    text: '{ "name": "bench", "mp-weixin": { "appid": "wx0123456789abcdef", "setting": { "urlCheck": true } } }\n',
  },
  {
    path: 'src/config/hosts.ts',
    text: `export const HOSTS = {
  development: { api: 'https://dev.shop.example.com', cdn: 'https://cdn-dev.shop.example.com' },
  production: { api: 'https://api.shop.example.com', cdn: 'https://cdn.shop.example.com' },
}
export const HOST = HOSTS[process.env.NODE_ENV as keyof typeof HOSTS]
`,
  },
  {
    path: 'src/utils/request.ts',
    text: `import { HOST } from '@/config/hosts'

export interface Options { url: string; method?: string; data?: unknown }

export function request<T>(options: Options): Promise<T> {
  return new Promise((resolve, reject) => {
    uni.request({
      ...options,
      url: HOST.api + options.url,
      header: { token: uni.getStorageSync('token') },
      success: (answer) => resolve(answer.data as T),
      fail: reject,
    })
  })
}
export const get = <T>(url: string, data?: unknown) => request<T>({ url, method: 'GET', data })
export const post = <T>(url: string, data?: unknown) => request<T>({ url, method: 'POST', data })
`,
  },
]

const parts = (count: number, share: number) => Math.ceil(count * share)

const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join('\n')

function servicePart(at: number, _: number, share: number): SourceFile {
  const functions = times(
    parts(16, share),
    (index) => `
/** Reads part ${index} of orders ${at}; see https://docs.example.com/orders/${at} */
export async function list${index}(query: { page: number; size?: number; word?: string }) {
  const { page, size = 20, word = '' } = query
  const answer = await get<{ rows: Order[]; total: number }>(\`/v${index % 3}/orders-${at}/part-${index}/\${page}\`, {
    size,
    word: word.trim(),
  })
  return answer.rows.filter((row) => row.state !== 'gone').map((row) => ({ ...row, price: row.price / 100 }))
}`,
  )
  const own = `
export const upload = (path: string) =>
  uni.uploadFile({ url: \`\${HOST.cdn}/upload/${at}\`, filePath: path, name: 'file' })
export const save = (order: Order) => post<{ id: string }>('/orders-${at}/save', order)
`
  const head = `import { HOST } from '@/config/hosts'
import { get, post } from '@/utils/request'

export interface Order { id: string; state: 'new' | 'paid' | 'gone'; price: number; items: { sku: string; count: number }[] }
`
  return { path: `src/api/orders${at}.ts`, text: `${head}${functions}\n${own}` }
}

function pagePart(at: number, index: number, share: number): SourceFile {
  const rows = times(
    parts(14, share),
    (
      row,
    ) => `    <view class="row row-${row}" v-if="rows[${row}] && visible" @tap="open(rows[${row}].id, ${row})">
      <image :src="rows[${row}].cover" mode="aspectFill" />
      <text class="name">{{ rows[${row}].name || '第 ${row} 项' }}</text>
    </view>`,
  )
  const methods = times(
    parts(10, share),
    (method) => `    async load${method}() {
      if (this.busy) return
      this.busy = true
      try {
        const rows = await list${method}({ page: this.page + ${method}, word: this.word })
        this.rows = [...this.rows, ...rows.filter(({ id }) => !this.seen.has(id))]
      } catch (error) {
        uni.showToast({ title: error.message ?? 'failed', icon: 'none' })
      } finally {
        this.busy = false
      }
    },`,
  )
  const imports = `import { ${Array.from({ length: parts(10, share) }, (_, one) => `list${one}`).join(', ')} } from '@/api/orders${at}'`
  const text = `<template>
  <scroll-view scroll-y class="page" @scrolltolower="load0">
    <image src="https://img.example.com/banner/${index}.png" />
${rows}
  </scroll-view>
</template>

<script>
${imports}
import { format0, format1 } from '../../utils/helper${at}'

export default {
  data: () => ({ rows: [], page: 0, word: '', busy: false, visible: true, seen: new Set() }),
  computed: {
    title() { return format0(this.rows.length) + format1(this.page) },
  },
  onLoad(options) {
    this.word = options.word
    this.load0()
  },
  methods: {
${methods}
    open(id, at) {
      uni.navigateTo({ url: \`/pages/p${index}/detail?id=\${id}&at=\${at}\` })
    },
  },
}
</script>

<style scoped>
.page { background: url(https://style.example.com/${index}.png); }
</style>
`
  return { path: `src/pages/p${index}/index.vue`, text }
}

function helperPart(at: number, _: number, share: number): SourceFile {
  const functions = times(
    parts(18, share),
    (index) => `
export function format${index}(value, options = {}) {
  const { digits = ${index % 4}, unit = 'unit${at}', sign = false } = options
  if (value === null || value === undefined || Number.isNaN(value)) return '-'
  const text = Math.abs(value).toFixed(digits).replace(/\\B(?=(\\d{3})+(?!\\d))/g, ',')
  const cut = text.length > ${10 + index} ? \`\${text.slice(0, ${10 + index})}…\` : text
  return \`\${sign && value > 0 ? '+' : value < 0 ? '-' : ''}\${cut} \${unit}\`
}`,
  )
  return {
    path: `src/utils/helper${at}.js`,
    text: `/* helpers ${at}: https://wiki.example.com/${at} */\n${functions}\n`,
  }
}

function storePart(at: number, _: number, share: number): SourceFile {
  const actions = times(
    parts(14, share),
    (index) => `  async refresh${index}({ commit, state }, payload) {
    const rows = await list${index}({ page: state.page, word: payload?.word })
    commit('replace', { key: 'rows${index}', rows })
    for (const row of rows) {
      const old = state.byId[row.id]
      if (old && old.state === row.state) continue
      commit('put', { ...old, ...row, changed: Date.now() })
    }
    return rows.length
  },`,
  )
  const text = `import { ${Array.from({ length: parts(14, share) }, (_, one) => `list${one}`).join(', ')} } from '../api/orders${at}'
import { HOST } from '../config/hosts'

const state = () => ({ page: 0, byId: {}, ${times(parts(14, share), (one) => `rows${one}: [],`).replace(/\n/g, ' ')} })

export const actions = {
${actions}
  listen({ commit }) {
    const socket = wx.connectSocket({ url: \`wss://ws${at % 7}.shop.example.com/orders/\${HOST.api.length}\` })
    socket.onMessage(({ data }) => commit('put', JSON.parse(data)))
  },
}

export const mutations = {
  replace(state, { key, rows }) { state[key] = rows },
  put(state, row) { state.byId = { ...state.byId, [row.id]: row } },
}
export default { namespaced: true, state, actions, mutations }
`
  return { path: `src/store/orders${at}.js`, text }
}

/** A made-up mini game that includes its engine: `count` scripts of an engine of about 1.4 MB each, and one of its own. */
export function* gameFiles(count: number): Generator<SourceFile> {
  yield { path: 'game.json', text: '{ "deviceOrientation": "portrait" }\n' }
  yield { path: 'project.config.json', text: '{ "compileType": "game", "appid": "wx0123456789abcdef" }\n' }
  yield {
    path: 'game.js',
    text: `${times(count, (at) => `require('./libs/engine${at}.js')`)}
const HOST = 'https://game.shop.example.com'
wx.request({ url: HOST + '/start' })
wx.connectSocket({ url: 'wss://room.shop.example.com/' })
`,
  }
  for (let at = 0; at < count; at++) yield { path: `libs/engine${at}.js`, text: enginePart(at) }
}

/** Every fifth loads what it is given by the browser's own means; every tenth, which has to be read, from a server of its own. */
function enginePart(at: number): string {
  const url = at % 10 === 0 ? `'https://cdn${at}.engine.example.com/' + url` : 'url'
  const loads = `
  Engine${at}.prototype.load = function (url, done) {
    var asked = new XMLHttpRequest()
    asked.open('GET', ${url}, true)
    asked.onload = function () { done(asked.response) }
    asked.send()
  }`
  const methods = times(
    2_400,
    (index) => `
  /** Turns part ${index} by an angle, about the axis it was given. */
  Engine${at}.prototype.turn${index} = function (angle, axis, out) {
    out = out || new Engine${at}.Vector()
    var sin = Math.sin(angle * ${index + 1}), cos = Math.cos(angle * ${index + 1}), rest = 1 - cos
    var x = axis.x, y = axis.y, z = axis.z
    out.x = (rest * x * x + cos) * this.x + (rest * x * y - sin * z) * this.y + (rest * x * z + sin * y) * this.z
    out.y = (rest * x * y + sin * z) * this.x + (rest * y * y + cos) * this.y + (rest * y * z - sin * x) * this.z
    for (var at = 0; at < this.parts.length; at++) if (this.parts[at].visible) this.parts[at].update(out, ${index})
    return out
  }`,
  )
  return `/*! Engine ${at} v1.4.${at} | (c) its authors | MIT License */
(function (root, factory) {
  if (typeof module === 'object' && module.exports) module.exports = factory()
  else if (typeof define === 'function' && define.amd) define([], factory)
  else root.Engine${at} = factory()
})(this, function () {
  'use strict'
  function Engine${at}() { this.parts = [] }
  Engine${at}.Vector = function (x, y, z) { this.x = x || 0; this.y = y || 0; this.z = z || 0 }
${at % 5 === 0 ? loads : ''}${methods}
  return Engine${at}
})
`
}
