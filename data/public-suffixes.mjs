// The list alone: what its package makes of it at loading takes longer than starting the program.
export { default } from '../node_modules/psl/data/rules.js'
