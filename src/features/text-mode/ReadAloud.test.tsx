import { act } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import type { Speaker, SpokenPiece } from '#platform/ports.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { ReadAloud } from './ReadAloud.tsx'
import { TextSection } from './TextSection.tsx'

let screen: Screen
afterEach(() => screen.leave())

/** A speaker that speaks until it is stopped, with voices that can come late. */
function aSpeaker(langs: string[]) {
  const said: (readonly SpokenPiece[])[] = []
  let changed = () => {}
  const speaker: Speaker = {
    canSpeak: (lang) => langs.includes(lang),
    onVoices: (then) => ((changed = then), () => {}),
    speak: (pieces, signal) => {
      said.push(pieces)
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve()))
    },
  }
  return { speaker, said, voicesCome: (lang: string) => (langs.push(lang), act(() => changed())) }
}

const show = (speaker: Speaker, about = '1') =>
  screen.show(
    <>
      <ReadAloud speaker={speaker} parts={['answer']} about={about} />
      <TextSection part="answer" title="Head">
        <p>Words.</p>
      </TextSection>
    </>,
  )

it('is not there without a voice, and comes when a voice comes', async () => {
  screen = await aScreen('en')
  const { speaker, voicesCome } = aSpeaker(['ja'])
  show(speaker)
  expect(screen.box.querySelector('button')).toBeNull()
  voicesCome('en')
  expect(screen.find('button').textContent).toContain('Read aloud')
})

it('speaks the parts, can be stopped by the same button, and falls silent when other words stand there', async () => {
  screen = await aScreen('en')
  const { speaker, said } = aSpeaker(['en'])
  const spy = vi.spyOn(speaker, 'speak')
  show(speaker)
  await act(async () => screen.find('button').click())
  expect(said[0]?.map(({ text }) => text)).toEqual(['Head', 'Words.'])
  expect(screen.find('button').textContent).toContain('Stop')
  await act(async () => screen.find('button').click())
  expect(screen.find('button').textContent).toContain('Read aloud')
  await act(async () => screen.find('button').click())
  const signal = spy.mock.calls.at(-1)?.[1]
  expect(signal?.aborted).toBe(false)
  await act(async () => show(speaker, '2'))
  expect(signal?.aborted).toBe(true)
})
