/** AppSecrets and interfaces for servers in what is shipped with a mini program. Secrets leave this folder masked only. */
export { secretsInJson } from './json.js'
export { maskSecrets } from './mask.js'
export { secretsOf } from './script.js'
