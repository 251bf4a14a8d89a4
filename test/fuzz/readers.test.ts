/** Any bytes give a value or an error of the kind that is promised, in time linear in their size. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fuzz, problemWith } from '../../scripts/fuzz/loop.js'
import { mutated, randomFrom } from '../../scripts/fuzz/mutate.js'
import { type FuzzReader, READERS } from '../../scripts/fuzz/readers.js'

const bytes = fc.uint8Array({ maxLength: 600 }).map((array) => Buffer.from(array))

describe.each(READERS.map((reader) => [reader.name, reader] as const))('%s', (_, reader) => {
  test('reads what is right', async () => {
    for (const seed of reader.seeds) expect(await problemWith(reader, seed)).toBeNull()
  })

  test('stands any bytes', async () => {
    const quiet = fc.asyncProperty(bytes, async (input) => (await problemWith(reader, input)) === null)
    await fc.assert(quiet, { numRuns: 100 })
  })

  test('stands what is nearly right', async () => {
    const quiet = fc.asyncProperty(fc.nat(), async (seed) => {
      expect(await problemWith(reader, mutated(reader.seeds, randomFrom(seed)))).toBeNull()
    })
    await fc.assert(quiet, { numRuns: 150 })
  })
})

describe('the fuzz run', () => {
  const planted = (read: FuzzReader['read'], refusals: FuzzReader['refusals'] = []): FuzzReader => ({
    ...{ name: 'planted', seeds: [Buffer.from('abcdefgh')], read, refusals },
  })
  const run = (reader: FuzzReader) => fuzz([reader], 1, performance.now() + 300)

  test('finds a throw of another kind, and tells the input', async () => {
    const { findings } = await run(
      planted(
        (input) => {
          if (input.includes(0xff)) throw new TypeError('planted')
        },
        [RangeError],
      ),
    )
    expect(findings[0]?.problem).toContain('TypeError: planted')
    expect(findings[0]?.input.includes(0xff)).toBe(true)
  })
  test('lets a promised error be', async () => {
    const { counts, findings } = await run(
      planted(() => {
        throw new RangeError('promised')
      }, [RangeError]),
    )
    expect(findings).toEqual([])
    expect(counts.get('planted')).toBeGreaterThan(0)
  })
  test('the same seed makes the same inputs', () => {
    const some = (seed: number) => {
      const random = randomFrom(seed)
      return Array.from({ length: 50 }, () => mutated([Buffer.from('abcdefgh')], random).toString('hex'))
    }
    expect(some(7)).toEqual(some(7))
    expect(some(7)).not.toEqual(some(8))
  })
})
