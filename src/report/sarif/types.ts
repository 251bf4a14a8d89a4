/** The part of SARIF 2.1.0 (OASIS) that is written here. */
export interface Message {
  text: string
  markdown?: string
}

export type SarifLevel = 'error' | 'warning' | 'note' | 'none'

export interface Region {
  startLine: number
  startColumn?: number
}

export interface Location {
  physicalLocation?: { artifactLocation: { uri: string; uriBaseId?: string }; region?: Region }
  logicalLocations?: { fullyQualifiedName: string; kind: string }[]
}

export interface Descriptor {
  id: string
  shortDescription?: Message
  fullDescription?: Message
  help?: Message
  helpUri?: string
  defaultConfiguration?: { level: SarifLevel }
  properties?: { tags: string[] }
}

export interface SarifResult {
  ruleId: string
  ruleIndex: number
  kind: 'fail' | 'open'
  level: SarifLevel
  message: Message
  locations: Location[]
  relatedLocations?: Location[]
  partialFingerprints: Record<string, string>
  suppressions: { kind: 'external'; status: 'accepted'; justification: string }[]
  properties: Record<string, unknown>
}
