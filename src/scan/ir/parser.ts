/** The parser as a module of its own: what was CommonJS has no names once it is bundled and loaded lazily. */
export { parse, parseExpression } from '@babel/parser'
