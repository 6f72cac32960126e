import { afterEach, expect, it, vi } from 'vitest'
import { browserPage } from './refresh-clock.ts'

afterEach(() => vi.restoreAllMocks())
const show = (state: DocumentVisibilityState) => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
  document.dispatchEvent(new Event('visibilitychange'))
}

it('the page of the browser wakes when it is seen, focused, shown again, or the network seems to be back', () => {
  const page = browserPage()
  const [wake, hide] = [vi.fn(), vi.fn()]
  const ends = [page.onWake(wake), page.onHide(hide)]
  show('hidden')
  expect([page.isVisible(), wake.mock.calls.length, hide.mock.calls.length]).toEqual([false, 0, 1])
  show('visible')
  expect([page.isVisible(), wake.mock.calls.length, hide.mock.calls.length]).toEqual([true, 1, 1])
  for (const name of ['focus', 'online', 'pageshow']) globalThis.dispatchEvent(new Event(name))
  expect(wake).toHaveBeenCalledTimes(4)
  ends.forEach((end) => end())
  show('hidden')
  show('visible')
  for (const name of ['focus', 'online', 'pageshow']) globalThis.dispatchEvent(new Event(name))
  expect([wake.mock.calls.length, hide.mock.calls.length]).toEqual([4, 1])
})
