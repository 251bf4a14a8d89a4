export { DerError } from './error.js'
export * from './read.js'
export * from './scan.js'
export * from './values.js'
