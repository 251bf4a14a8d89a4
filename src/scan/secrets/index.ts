/** AppSecrets and server-only APIs in shipped files. Secrets leave this folder only in masked form. */
export { secretsInJson } from './json.js'
export { maskSecrets } from './mask.js'
export { secretsOf } from './script.js'
