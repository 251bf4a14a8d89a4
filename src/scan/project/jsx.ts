/** Pages and settings in a framework's scripts: JSX with a URL, app.config with `networkTimeout`. */
import type { ResourceFact, SettingFact } from '../../facts/index.js'
import type { SourceUnit } from '../types.js'
import { treeAddresses } from './address.js'
import { fileName } from './paths.js'
import { TIMEOUTS } from './settings.js'
import { type AstNode, childrenOf, isNode, keyOf, nodeName } from './tree.js'

/** Components of @tarojs/components. */
const COMPONENTS: Readonly<Record<string, ResourceFact['tag']>> = {
  Image: 'image',
  CoverImage: 'image',
  img: 'image',
  WebView: 'web-view',
  Video: 'video',
  Audio: 'audio',
}

export function jsxResources({ file }: SourceUnit, node: AstNode): ResourceFact[] {
  if (node.type !== 'JSXOpeningElement' || !isNode(node.name)) return []
  const name = nodeName(node.name) ?? ''
  const tag = Object.hasOwn(COMPONENTS, name) ? COMPONENTS[name] : undefined
  if (!tag) return []
  return childrenOf(node).flatMap((attribute) => {
    if (attribute.type !== 'JSXAttribute' || !isNode(attribute.name) || nodeName(attribute.name) !== 'src')
      return []
    if (!isNode(attribute.value)) return []
    const isBare = attribute.value.type === 'StringLiteral'
    const value = isBare ? attribute.value : attribute.value.expression
    if (!isNode(value)) return []
    const place = placeOf(file, value)
    const inside = isBare ? { ...place, column: place.column + 1 } : place
    return treeAddresses(value).map((url) => ({ place: inside, tag, url }))
  })
}

/** Taro's app.config is a script; before version 3 the settings stood in app itself. */
export function appTimeouts({ file }: SourceUnit, node: AstNode): SettingFact[] {
  if (node.type !== 'ObjectProperty' || keyOf(node) !== 'networkTimeout' || !isNode(node.value)) return []
  if (!/^app(?:\.config)?\.[jt]sx?$/.test(fileName(file)) || node.value.type !== 'ObjectExpression') return []
  return childrenOf(node.value).flatMap((one) => {
    const name = keyOf(one)
    if (name === null || !TIMEOUTS.has(name) || !isNode(one.value) || one.value.type !== 'NumericLiteral')
      return []
    return [
      {
        place: placeOf(file, one),
        key: 'networkTimeout',
        name: `networkTimeout.${name}`,
        value: Number(one.value.value),
      },
    ]
  })
}

function placeOf(file: string, { loc }: AstNode) {
  return { file, line: loc?.start.line ?? 1, column: (loc?.start.column ?? 0) + 1 }
}
