/** Masks secrets in texts that go into a report. */

/** Keeps at most the first and last two characters; none of a short text. */
export function masked(secret: string): string {
  return secret.length < 12 ? '…' : `${secret.slice(0, 2)}…${secret.slice(-2)}`
}

const QUERY = /((?:^|[?&;#])[\w.-]*secret[\w.-]*=)[^&;#\s]+/gi

/** Masks the values of a URL's `secret=…` and `appsecret=…`, and every one of `secrets` wherever it stands. */
export function maskSecrets(text: string, secrets: Iterable<string> = []): string {
  let result = text.replace(QUERY, '$1*')
  for (const secret of secrets) result = result.replaceAll(secret, '*')
  return result
}
