import { describe, expect, it } from 'vitest'
import { createProgress, drawBar } from './progress.ts'

function told(isTTY: boolean): { text: () => string; run: () => void } {
  let text = ''
  let time = 0
  const progress = createProgress({ isTTY, write: (more) => (text += more) }, () => (time += 1000))
  return {
    text: () => text,
    run: () => {
      const bar = progress.bar('N03', 'bytes')
      bar.update(1_000_000, 4_000_000)
      bar.end('got N03')
    },
  }
}

describe('createProgress', () => {
  it('draws a bar with amount and remaining time on a terminal, and clears it', () => {
    const { run, text } = told(true)
    run()
    expect(text()).toBe('\r\u001b[2KN03 [######------------------] 1.0/4.0 MB, 9 s left\r\u001b[2Kgot N03\n')
  })

  it('writes one plain line elsewhere', () => {
    const { run, text } = told(false)
    run()
    expect(text()).toBe('got N03\n')
  })
})

describe('drawBar', () => {
  it('tells only the amount where the total is not known', () => {
    expect(drawBar('tiles', 'pieces', 7, null, 1000)).toBe('tiles 7')
    expect(drawBar('a.zip', 'bytes', 1_500_000, null, 1000)).toBe('a.zip 1.5 MB')
  })
})
