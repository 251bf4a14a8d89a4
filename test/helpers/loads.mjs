// Preloaded with --import: writes each module that is loaded, and each connection, to the file HEFA_LOADS names.
import { appendFileSync } from 'node:fs'
import { register } from 'node:module'
import net from 'node:net'

const hooks = `
import { appendFileSync } from 'node:fs'
export async function load(url, context, next) {
  const loaded = await next(url, context)
  appendFileSync(process.env.HEFA_LOADS, url + '\\n')
  return loaded
}`
register(`data:text/javascript,${encodeURIComponent(hooks)}`)
const { connect } = net.Socket.prototype
net.Socket.prototype.connect = function (...args) {
  appendFileSync(process.env.HEFA_LOADS, 'connect\n')
  return connect.apply(this, args)
}
