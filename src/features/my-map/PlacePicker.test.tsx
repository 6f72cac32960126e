import { act } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Located } from '#platform/ports.ts'
import { anArea, aSite } from '#tests/support/an-area.ts'
import { aPlan } from '#tests/support/a-plan.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { planTools } from '#tests/support/plan-tools.ts'
import type { DrawRequest, PlanTools } from '../plan/index.ts'
import { PlacePicker } from './PlacePicker.tsx'

let screen: Screen
afterEach(() => screen.leave())

const HERE: LngLat = [135.0187, 30.0178]
const area = anArea({
  sites: [aSite()],
  places: [{ name: '浜', kana: 'はま', romaji: 'Hama', kind: 'district', at: [135.02, 30.02] }],
})
/** A locator that answers when it is told to. */
function aLocator() {
  let answer: (located: Located) => void = () => undefined
  let signal: AbortSignal | null = null
  return {
    locate: (given: AbortSignal) => {
      signal = given
      return new Promise<Located>((resolve, reject) => {
        answer = resolve
        given.addEventListener('abort', () => reject(given.reason as Error))
      })
    },
    answer: (located: Located) => act(async () => answer(located)),
    isStopped: () => signal?.aborted,
  }
}

async function start(changes: Partial<PlanTools> = {}) {
  screen = await aScreen('en')
  const onChoose = vi.fn()
  screen.show(<PlacePicker tools={planTools(aPlan(), { area, ...changes })} onChoose={onChoose} />)
  return onChoose
}
const click = (words: string) => act(async () => screen.find('button', words).click())
const write = (text: string) =>
  act(() => {
    const input = screen.find('input') as HTMLInputElement
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
const submit = () =>
  act(() => void screen.find('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })))

describe('a place', () => {
  it('is chosen by name, in Japanese and as it is read', async () => {
    const onChoose = await start()
    write('hama')
    submit()
    expect(onChoose.mock.calls).toEqual([[{ at: [135.02, 30.02], name: 'Hama (浜)' }]])
  })

  it('is chosen by latitude and longitude, and then bears no name', async () => {
    const onChoose = await start()
    write('30.0178, 135.0187')
    submit()
    expect(onChoose.mock.calls).toEqual([[{ at: HERE, name: '' }]])
  })

  it('can be typed where no area is open, and why names cannot is told', async () => {
    const onChoose = await start({ area: null })
    expect(screen.words()).toContain('names cannot be looked up')
    write('30.0178, 135.0187')
    submit()
    expect(onChoose).toHaveBeenCalledWith({ at: HERE, name: '' })
  })

  it('is pointed to on the map where there is one; giving up changes nothing', async () => {
    const requests: DrawRequest[] = []
    const onChoose = await start({ draw: (request) => void requests.push(request) })
    await click('Point to it on the map')
    expect(requests[0]).toMatchObject({ tool: 'point', corners: [] })
    act(() => requests[0]?.onDone(null))
    expect(onChoose).not.toHaveBeenCalled()
    act(() => requests[0]?.onDone([HERE]))
    expect(onChoose).toHaveBeenCalledWith({ at: HERE, name: '' })
  })

  it('has no button for a map that is not there', async () => {
    await start()
    expect(screen.words()).not.toContain('on the map')
    expect(screen.words()).toContain('sent nowhere')
  })
})

describe('where I am now', () => {
  it('is taken when it is known well', async () => {
    const locator = aLocator()
    const onChoose = await start({ locator })
    await click('Use where I am now')
    expect(screen.words()).toContain('Looking for your position')
    await locator.answer({ ok: true, at: HERE, accuracy: 20 })
    expect(onChoose).toHaveBeenCalledWith({ at: HERE, name: '' })
  })

  it('is taken only after asking when it is known badly', async () => {
    const locator = aLocator()
    const onChoose = await start({ locator })
    await click('Use where I am now')
    await locator.answer({ ok: true, at: HERE, accuracy: 900 })
    expect(onChoose).not.toHaveBeenCalled()
    expect(screen.words()).toContain('900 m')
    await click('Use it all the same')
    expect(onChoose).toHaveBeenCalledWith({ at: HERE, name: '' })
  })

  it.each(['denied', 'unavailable', 'timeout', 'unsupported'] as const)(
    'tells why it is not known: %s',
    async (why) => {
      const locator = aLocator()
      const onChoose = await start({ locator })
      await click('Use where I am now')
      await locator.answer({ ok: false, why })
      expect(screen.find('[role="status"]').textContent).toMatch(/position/i)
      expect(onChoose).not.toHaveBeenCalled()
    },
  )

  it('is asked no more when the person stops or goes away', async () => {
    const locator = aLocator()
    const onChoose = await start({ locator })
    await click('Use where I am now')
    await click('Stop')
    expect(locator.isStopped()).toBe(true)
    await click('Use where I am now')
    screen.show(null)
    expect(locator.isStopped()).toBe(true)
    expect(onChoose).not.toHaveBeenCalled()
  })
})
