import { answersOfServers } from './cases/answers.js'
import { chains } from './cases/chains.js'
import { keys } from './cases/keys.js'
import { namesAndDates } from './cases/names.js'
import { protocols } from './cases/protocols.js'
import { staples } from './cases/staples.js'
import { usages } from './cases/usages.js'
import type { OracleCase } from './world.js'

export const CASES: readonly OracleCase[] = [
  ...keys,
  ...usages,
  ...namesAndDates,
  ...chains,
  ...staples,
  ...protocols,
  ...answersOfServers,
]
