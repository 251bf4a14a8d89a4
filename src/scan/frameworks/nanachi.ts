/** nanachi: React with the platform's APIs under `React.api`. */
import { platform } from './shapes.js'
import type { Framework } from './types.js'

export const nanachi: Framework = {
  name: 'nanachi',
  packages: ['@react', 'nanachi'],
  imports: { '@react': 'React' },
  objects: [platform('React.api', { same: [] })],
}
