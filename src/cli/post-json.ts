/** POSTs JSON and reads a small answer; URLs may contain keys, so no error quotes them. */

const TIMEOUT_MS = 10_000
const MAX_ANSWER = 1 << 20

export type Answer = { status: number; text: string } | { fault: 'timeout' | 'unreachable' | 'too-large' }

export async function postJson(url: string, body: string, signal: AbortSignal): Promise<Answer> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS)
  try {
    const response = await fetch(url, {
      ...{ method: 'POST', body, redirect: 'manual' },
      headers: { 'content-type': 'application/json; charset=utf-8' },
      signal: AbortSignal.any([signal, timeout]),
    })
    const text = await bounded(response)
    return text === null ? { fault: 'too-large' } : { status: response.status, text }
  } catch {
    return { fault: timeout.aborted ? 'timeout' : 'unreachable' }
  }
}

async function bounded({ body }: Response): Promise<string | null> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body ?? []) {
    parts.push(part)
    length += part.length
    if (length > MAX_ANSWER) return null
  }
  return Buffer.concat(parts).toString('utf8')
}

/** Anything that isn't a JSON object counts as an empty one. */
export function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
  } catch {
    return {}
  }
}
