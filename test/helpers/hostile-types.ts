import type net from 'node:net'
import type { Issued } from '../../src/demo/index.js'

export interface HostileKind {
  /** One label of a host name. */
  name: string
  scheme: 'https' | 'wss'
  /**
   * The best verdict any platform may come to. `pass` is for trouble after a handshake without a fault, where no rule
   * is an error.
   */
  atBest: 'unknown' | 'pass'
  /** A rule that must fail when the server is given time. */
  rule?: string
  /** One connection. */
  serve(socket: net.Socket): void
}

export interface HostileWorld {
  root: Issued
  intermediate: Issued
  hostOf(name: string): string
  /** A good certificate for the host of that name. */
  leafFor(name: string): Issued
}
