import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createOtherTabs, idIn, type OtherTabs } from './other-tabs.ts'

const ID = 'abcdefgh01234567'
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 20))
const ends: (() => void)[] = []
afterEach(() => {
  ends.splice(0).forEach((end) => end())
  vi.unstubAllGlobals()
})
function aTab(): { readonly tabs: OtherTabs; readonly heard: (string | null)[] } {
  const tabs = createOtherTabs()
  const heard: (string | null)[] = []
  ends.push(tabs.listen((id) => void heard.push(id)))
  return { tabs, heard }
}

describe('other tabs', () => {
  it('hear of a change, and the one who told does not', async () => {
    const [one, other] = [aTab(), aTab()]
    one.tabs.tell(ID)
    await pause()
    expect([one.heard, other.heard]).toEqual([[], [ID]])
    ends.splice(0).forEach((end) => end())
    one.tabs.tell(ID)
    await pause()
    expect(other.heard).toEqual([ID])
  })

  it('take nothing from the line that is not an id', async () => {
    const { heard } = aTab()
    const line = new BroadcastChannel('mhm-plans')
    for (const message of [null, ID, { id: 7 }, { id: 'x' }, { id: `${ID}0` }, [ID], { id: null }])
      line.postMessage(message)
    line.postMessage({ id: ID, more: 'ignored' })
    await pause()
    line.close()
    expect(heard).toEqual([ID])
    fc.assert(
      fc.property(fc.anything(), (message) => {
        const id = idIn(message)
        expect(id === null || /^[a-z0-9]{16}$/.test(id)).toBe(true)
      }),
    )
    expect(idIn(Object.create({ id: ID }))).toBeNull()
  })

  it('hear by the storage of the browser where there is no line', () => {
    const page = new EventTarget()
    const put: [string, string][] = []
    vi.stubGlobal('BroadcastChannel', undefined)
    vi.stubGlobal('localStorage', {
      setItem: (key: string, value: string) => put.push([key, value]),
      removeItem: () => undefined,
    })
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
    vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
    const { tabs, heard } = aTab()
    tabs.tell(ID)
    expect(put).toEqual([['mhm-plans-changed', `{"id":"${ID}"}`]])
    const event = (key: string, newValue: string | null) =>
      page.dispatchEvent(Object.assign(new Event('storage'), { key, newValue }))
    event('mhm-plans-changed', put[0]?.[1] ?? '')
    event('mhm-plans-changed', null)
    event('mhm-plans-changed', 'nonsense')
    event('another', put[0]?.[1] ?? '')
    expect(heard).toEqual([ID])
  })

  it('look again when they come back to the front', () => {
    const page = Object.assign(new EventTarget(), { visibilityState: 'hidden' })
    vi.stubGlobal('document', page)
    const { heard } = aTab()
    page.dispatchEvent(new Event('visibilitychange'))
    expect(heard).toEqual([])
    page.visibilityState = 'visible'
    page.dispatchEvent(new Event('visibilitychange'))
    expect(heard).toEqual([null])
  })

  it('do without a line where none can be had', () => {
    vi.stubGlobal(
      'BroadcastChannel',
      class {
        constructor() {
          throw new DOMException('', 'SecurityError')
        }
      },
    )
    const { tabs, heard } = aTab()
    tabs.tell(ID)
    expect(heard).toEqual([])
  })
})
