/** What each server of the demo gets wrong, and what an audit is expected to find, English. */

export const demo = {
  api: { title: 'A good server', shows: 'Everything passes' },
  ws: { title: 'A good WebSocket server', shows: 'Everything passes' },
  'no-intermediate': {
    title: 'The intermediate certificate is missing',
    shows: 'Works in desktop browsers, fails on Android',
  },
  expired: { title: 'The certificate has expired', shows: 'Fails everywhere' },
  'expires-soon': { title: 'The certificate expires within a week', shows: 'A warning' },
  'wrong-name': { title: 'The certificate is for another name', shows: 'Fails everywhere' },
  'self-signed': { title: 'A self-signed certificate', shows: 'Fails everywhere' },
  'office-ca': { title: 'A private authority that no phone knows', shows: 'Fails everywhere' },
  'wrong-order': { title: 'The chain is in the wrong order', shows: 'Old clients stumble over it' },
  'root-sent': { title: 'The root is sent along', shows: 'A note: wasted bytes' },
  'tls11-only': { title: 'TLS 1.1 and nothing newer', shows: 'Fails everywhere' },
  'no-forward-secrecy': {
    title: 'Cipher suites without forward secrecy',
    shows: 'Fails on iOS (App Transport Security)',
  },
  'weak-key': { title: 'An RSA key of 1024 bits', shows: 'Fails on iOS' },
  sha1: { title: 'A SHA-1 signature', shows: 'Fails everywhere' },
  'plain-http': { title: 'Plain HTTP where TLS should be', shows: 'Fails everywhere' },
  refused: { title: 'Nobody listens on the port', shows: 'Fails everywhere' },
  silent: { title: 'A host that accepts and never answers', shows: 'Unknown: silence proves nothing' },
}
