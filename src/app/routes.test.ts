import { describe, expect, it } from 'vitest'
import { createRoutes, screenOf, type HistoryLike, type Layout } from './routes.ts'

/** A browser's history: entries, and a hand on the Back key. */
function aHistory() {
  const entries: { state: unknown; url: string }[] = [{ state: null, url: '' }]
  let at = 0
  let onPop: (state: unknown) => void = () => {}
  const back = () => {
    if (at === 0) return
    at -= 1
    onPop(entries[at]?.state)
  }
  const history: HistoryLike = {
    get state() {
      return entries[at]?.state
    },
    pushState(state, _, url) {
      entries.splice(at + 1)
      entries.push({ state, url: String(url ?? '') })
      at += 1
    },
    replaceState(state, _, url) {
      entries[at] = { state, url: String(url ?? '') }
    },
    back,
  }
  return {
    history,
    back,
    url: () => entries[at]?.url,
    onPop: (then: (state: unknown) => void) => (onPop = then),
  }
}

function start(hash = '', layout?: Layout) {
  const browser = aHistory()
  const routes = createRoutes(browser.history, hash, layout)
  browser.onPop((state) => routes.onPopState(state))
  const now = () => {
    const { screen, dialog } = routes.store.getState()
    return dialog === null ? screen : `${screen}+${dialog}`
  }
  return { routes, browser, now }
}

describe('Back', () => {
  it('closes what is on top, one by one', () => {
    const { routes, browser, now } = start()
    routes.go('sites')
    routes.go('site')
    routes.openDialog('language')
    expect(now()).toBe('site+language')
    browser.back()
    expect(now()).toBe('site')
    browser.back()
    expect(now()).toBe('sites')
    browser.back()
    expect(now()).toBe('home')
  })

  it('passes by the search and the menu that led to a screen', () => {
    const { routes, browser, now } = start()
    routes.go('search')
    routes.go('answer', { replace: true })
    routes.openDialog('menu')
    routes.go('settings')
    expect(now()).toBe('settings')
    browser.back()
    expect(now()).toBe('answer')
    browser.back()
    expect(now()).toBe('home')
  })

  it('is what the close button does, and on a page that was opened there it leads home', () => {
    const { routes, now } = start('#/offline')
    expect(now()).toBe('offline')
    routes.close()
    expect(now()).toBe('home')
  })
})

it('keeps no place in the address', () => {
  const { routes, browser } = start()
  routes.go('answer')
  expect(browser.url()).toBe('#/answer')
  expect(screenOf('#/answer')).toBe('home')
  expect(screenOf('#/site')).toBe('home')
  expect(screenOf('#/nonsense')).toBe('home')
  expect(screenOf('#/layers')).toBe('layers')
})

it('does not stack the same screen when the map is tapped again', () => {
  const { routes, browser, now } = start()
  routes.go('answer', { moveFocus: false })
  routes.go('answer', { moveFocus: false })
  browser.back()
  expect(now()).toBe('home')
})

describe('the text layout', () => {
  const layoutOf = ({ routes }: ReturnType<typeof start>) => routes.store.getState().layout

  it('stays for the screens that are not about the map, and ends where the map is asked for', () => {
    const app = start('#/text')
    expect(layoutOf(app)).toBe('text')
    app.routes.go('settings')
    expect(layoutOf(app)).toBe('text')
    app.routes.go('home')
    expect(layoutOf(app)).toBe('map')
    app.routes.go('settings')
    expect(layoutOf(app)).toBe('map')
  })

  it('comes back with the Back key', () => {
    const app = start('#/text')
    app.routes.go('about')
    app.routes.go('sites')
    expect(layoutOf(app)).toBe('map')
    app.browser.back()
    expect([app.now(), layoutOf(app)]).toEqual(['about', 'text'])
  })

  it('is where the app begins when it was chosen, but a link to a screen of the map leads to the map', () => {
    expect(start('', 'text').now()).toBe('text')
    expect(start('#/', 'text').now()).toBe('text')
    expect(layoutOf(start('#/settings', 'text'))).toBe('text')
    expect(layoutOf(start('#/layers', 'text'))).toBe('map')
    const app = start('#/settings', 'text')
    app.routes.close()
    expect(app.now()).toBe('text')
  })
})

describe('a link with the code of a plan', () => {
  it('asks what to do with it, and the code leaves the address at once, also when another one follows', () => {
    const { routes, browser, now } = start('#/p/AQIDBAUGBwg')
    expect(now()).toBe('received')
    expect(browser.url()).toBe('#/received')
    browser.history.replaceState(null, '', '#/p/AQIDBAUGBwh')
    routes.go('received', { replace: true })
    expect(now()).toBe('received')
    expect(browser.url()).toBe('#/received')
  })
})
