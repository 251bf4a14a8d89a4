/** The reasons of http/reachable, and what each says. */
import type { Http2Fault } from '../../../src/facts/index.js'

export type Http2Oddity = { path: string; problem: Http2Fault['problem']; name: string; value: string }

export type Reasons = {
  pass: { path: string; status: number; version: string }
  refused: { phase: 'finish' | 'first-byte'; alert: number }
  cut: { phase: 'finish' | 'first-byte' }
  'not-http': { path: string; problem: string; got: string }
  /** Chromium reads it, OkHttp doesn't. */
  'status-line': { path: string; line: string }
  'http2-only': { got: string }
  'broken-body': { path: string }
  /** It ended before its length or its last chunk, twice. */
  'short-body': { path: string; bytes: number }
  /** HTTP/2 was chosen, but something else came, or the connection was closed twice. */
  'http2-unspoken': { got: string | null }
  /** Header fields of HTTP/1 connections; Apple's clients were reported to refuse the answer. */
  'http2-connection-field': { path: string; fields: string[] }
  /** Chromium refuses the answer. */
  'http2-malformed': Http2Oddity
  /** RFC 9113 forbids it; Chromium and OkHttp accept it. */
  'http2-irregular': Http2Oddity
  /** Another length than announced: OkHttp refuses it, Chromium doesn't look. */
  'http2-length': { path: string; value: string }
  /** Chromium gives up (ERR_HTTP2_INADEQUATE_TRANSPORT_SECURITY); OkHttp does not look. */
  'http2-weak-suite': { address: string; cipher: number }
  'http2-refused': { path: string; by: 'stream' | 'connection'; code: number }
  /** HTTP_1_1_REQUIRED: Chromium asks again in HTTP/1.1. */
  'http2-sent-back': { path: string }
  /** An error in HTTP/2 alone. */
  'http2-other-status': { path: string; status: number; http1: number }
  'http2-unanswered': { phase: string; cause: string }
  /** At another address nothing is answered: refused by an alert, cut twice, or other than HTTP. */
  'other-address': { address: string; alert: number | null; got: string | null }
  'other-status': { address: string; path: string; status: number; first: number }
  'other-silent': { address: string; phase: string; cause: string }
  /** A named path, where another one was answered. */
  'path-ended': { path: string; phase: 'finish' | 'first-byte'; alert: number | null }
  'path-silent': { path: string; phase: string; cause: string }
  'no-answer': { phase: string; cause: string }
}
