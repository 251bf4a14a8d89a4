/** The only error thrown by the readers here: the bytes are not what they should be. */
export class DerError extends Error {
  override readonly name = 'DerError'
}
