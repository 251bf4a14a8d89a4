import { expect, test } from 'vitest'
import { createMentions } from '../../../src/scan/project/mentions.js'

const mentionsIn = (files: Record<string, string>) =>
  createMentions(Object.keys(files), { peek: (file) => files[file] ?? null })

test('markup names a method by any word, a script by a text of its own, a list by a value', () => {
  const isMentioned = mentionsIn({
    'page.wxml': '<view bindtap="{{handler}}" wx:if="{{is$Open}}">保存upload</view>',
    'page.js': `Component({ observers: { a: 'changed' }, methods: { opened() { this.closed('x'sent') } } })`,
    'page.json': '{ "request": 1, "mode" : "asked" }',
  })
  const named = ['handler', 'is$Open', 'upload', 'changed', 'sent', 'asked']
  expect(named.filter((name) => !isMentioned(name))).toEqual([])
  const unnamed = ['is', 'Open', 'methods', 'opened', 'closed', 'request', 'mode']
  expect(unnamed.filter(isMentioned)).toEqual([])
})

test('a name of other characters counts as named', () => {
  expect(mentionsIn({})('保存')).toBe(true)
})

test('each file is read once, for however many names', () => {
  const read: string[] = []
  const isMentioned = createMentions(['a.js', 'b.js', 'c.png'], {
    peek: (file) => {
      read.push(file)
      return "'one'"
    },
  })
  expect(Array.from({ length: 300 }, (_, at) => isMentioned(`name${at}`)).filter(Boolean)).toEqual([])
  expect(isMentioned('one')).toBe(true)
  expect(read).toEqual(['a.js', 'b.js'])
})
