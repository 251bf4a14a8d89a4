/** The only thing readers of this room throw: the bytes are not what they should be. */
export class DerError extends Error {
  override readonly name = 'DerError'
}
