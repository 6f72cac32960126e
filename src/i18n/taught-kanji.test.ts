import { expect, it } from 'vitest'
import { isHard, TAUGHT } from './taught-kanji.ts'

it('has the 80, 160 and 200 kanji of the first three years, each once', () => {
  expect(TAUGHT.map((year) => [...year].length)).toEqual([80, 160, 200])
  expect(new Set(TAUGHT.join('')).size).toBe(440)
  expect(TAUGHT.join('')).toMatch(/^\p{sc=Han}+$/u)
})

it('finds a word hard when one of its characters is not taught', () => {
  expect(['水', '小学校', '人々', '所', 'がけ'].filter(isHard)).toEqual([])
  expect(['避難所', '津波', '災害', '浸水'].filter((word) => !isHard(word))).toEqual([])
})
