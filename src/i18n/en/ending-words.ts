/** Where a handshake ended. */
export const AFTER = {
  finish: 'after the client’s part of the handshake',
  'first-byte': 'after the request',
}
