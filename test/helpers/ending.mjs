// Preloaded with --import: one thread beside the first ends in the middle of its work, in the way HEFA_ENDS names, when it
// opens the connection of the number HEFA_ENDS_AT. The others go on, whatever the order of their connections.
import net from 'node:net'
import { isMainThread, threadId } from 'node:worker_threads'

const ENDS = {
  exit: () => process.exit(0),
  throw: () => {
    throw new Error('an end')
  },
  memory: () => {
    const kept = []
    for (;;) kept.push(new Array(100_000).fill(kept.length))
  },
}

if (!isMainThread && threadId === 1) {
  let connections = 0
  const { connect } = net.Socket.prototype
  net.Socket.prototype.connect = function (...args) {
    connections += 1
    if (connections === Number(process.env.HEFA_ENDS_AT)) setImmediate(ENDS[process.env.HEFA_ENDS])
    return connect.apply(this, args)
  }
}
