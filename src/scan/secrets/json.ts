/** Secrets in JSON that is shipped: ext.json, app.json. */
import type { SecretFact } from '../../facts/index.js'
import type { JsonValue } from '../project/json.js'
import { masked } from './mask.js'
import { isSecret } from './names.js'

export function secretsInJson(file: string, json: JsonValue | undefined): SecretFact[] {
  if (json === undefined) return []
  if (Array.isArray(json.value)) return json.value.flatMap((item) => secretsInJson(file, item))
  if (!(json.value instanceof Map)) return []
  return [...json.value].flatMap(([name, { member }]) => {
    const { value, line, column } = member
    if (typeof value !== 'string') return secretsInJson(file, member)
    if (!isSecret(name, value)) return []
    return [{ place: { file, line, column }, kind: 'app-secret' as const, text: masked(value) }]
  })
}
