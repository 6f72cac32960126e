import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSharer, type SharingBrowser } from './sharer.ts'

const file = new Blob(['{"format":"minna-plan"}'], { type: 'application/json' })
const refusing = (name: string) => () => Promise.reject(Object.assign(new Error(name), { name }))

const sharing = (browser: Partial<SharingBrowser>) =>
  createSharer({
    isChromium: false,
    document,
    print: () => {},
    createObjectURL: () => 'blob:a',
    revokeObjectURL: () => {},
    ...browser,
  })

beforeEach(() => {
  document.body.replaceChildren()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('sharing', () => {
  it('is offered only where the browser says that it can', () => {
    const share = () => Promise.resolve()
    expect(sharing({}).canShare('link')).toBe(false)
    expect(sharing({ canShare: () => true }).canShare('file')).toBe(false)
    expect(sharing({ share }).canShare('link')).toBe(true)
    expect(sharing({ share }).canShare('file')).toBe(false)
    const onlyLinks = sharing({ share, canShare: ({ files }) => files === undefined })
    expect([onlyLinks.canShare('link'), onlyLinks.canShare('file')]).toEqual([true, false])
    expect(sharing({ share, canShare: () => true }).canShare('file')).toBe(true)
    const broken = () => {
      throw new TypeError('no')
    }
    expect(sharing({ share, canShare: broken }).canShare('file')).toBe(false)
  })

  it('hands over the link and the file', async () => {
    const share = vi.fn((_: ShareData) => Promise.resolve())
    const sharer = sharing({ share })
    expect(await sharer.shareLink('My plan', 'https://example.org/#/p/x')).toBe('done')
    expect(share).toHaveBeenLastCalledWith({ title: 'My plan', url: 'https://example.org/#/p/x' })
    expect(await sharer.shareFile('a.minna.json', 'application/json', file)).toBe('done')
    const sent = share.mock.lastCall?.[0].files?.[0]
    expect([sent?.name, sent?.type]).toEqual(['a.minna.json', 'application/json'])
    expect(await sent?.text()).toBe('{"format":"minna-plan"}')
  })

  it('calls a file that Chromium does not know a text', async () => {
    const share = vi.fn((_: ShareData) => Promise.resolve())
    const sharer = sharing({ share, isChromium: true })
    const nameOf = async (name: string, type: string) => {
      await sharer.shareFile(name, type, file)
      const sent = share.mock.lastCall?.[0].files?.[0]
      return `${sent?.name} ${sent?.type}`
    }
    expect(await nameOf('a.minna.json', 'application/json')).toBe('a.minna.json.txt text/plain')
    expect(await nameOf('a.gpx', 'application/gpx+xml')).toBe('a.gpx.txt text/plain')
    expect(await nameOf('map.PNG', 'image/png')).toBe('map.PNG image/png')
  })

  it('tells a change of mind from a failure, and never rejects', async () => {
    const link = (share: NonNullable<SharingBrowser['share']>) => sharing({ share }).shareLink('a', 'b')
    expect(await link(refusing('AbortError'))).toBe('cancelled')
    expect(await link(refusing('NotAllowedError'))).toBe('failed')
    expect(
      await link(() => {
        throw new TypeError('bad')
      }),
    ).toBe('failed')
    expect(await sharing({}).shareLink('a', 'b')).toBe('failed')
    expect(await sharing({}).shareFile('a', 'b', file)).toBe('failed')
  })
})

describe('copying', () => {
  /** What is selected at the moment of the command. */
  const watchCommand = (works: boolean) => {
    const copied: string[] = []
    Object.assign(document, {
      execCommand: (command: string) => {
        const field = document.querySelector('textarea')
        // As a browser does when it selects.
        field?.focus()
        copied.push(`${command}: ${field?.value} in ${field?.parentElement?.tagName}`)
        return works
      },
    })
    return copied
  }

  it('uses the clipboard', async () => {
    const writeText = vi.fn(() => Promise.resolve())
    expect(await sharing({ writeText }).copy('https://example.org')).toBe('done')
    expect(writeText).toHaveBeenCalledWith('https://example.org')
  })

  it('falls back to a selection, and puts the focus back', async () => {
    const copied = watchCommand(true)
    const button = document.createElement('button')
    document.body.append(button)
    button.focus()
    expect(await sharing({ writeText: refusing('NotAllowedError') }).copy('one')).toBe('done')
    expect(await sharing({}).copy('two')).toBe('done')
    expect(copied).toEqual(['copy: one in BODY', 'copy: two in BODY'])
    expect(document.activeElement).toBe(button)
    expect(document.querySelector('textarea')).toBeNull()
  })

  it('selects inside of the dialog that is open', async () => {
    const copied = watchCommand(true)
    const dialog = document.createElement('dialog')
    const button = document.createElement('button')
    dialog.append(button)
    document.body.append(dialog)
    button.focus()
    expect(await sharing({}).copy('three')).toBe('done')
    expect(copied).toEqual(['copy: three in DIALOG'])
  })

  it('says when nothing works', async () => {
    watchCommand(false)
    expect(await sharing({}).copy('x')).toBe('failed')
    Object.assign(document, { execCommand: undefined })
    expect(await sharing({}).copy('x')).toBe('failed')
    expect(document.querySelector('textarea')).toBeNull()
  })
})

describe('saving and printing', () => {
  it('clicks a link to the content, whose address lives until the browser has read it', () => {
    vi.useFakeTimers()
    const clicked: string[] = []
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      clicked.push(`${this.download} ${this.href}`)
    })
    const revokeObjectURL = vi.fn()
    const sharer = sharing({ createObjectURL: () => 'blob:plan', revokeObjectURL })
    expect(sharer.download('a.minna.json', file)).toBe('done')
    expect(clicked).toEqual(['a.minna.json blob:plan'])
    expect(document.querySelector('a')).toBeNull()
    vi.advanceTimersByTime(10_000)
    expect(revokeObjectURL).not.toHaveBeenCalled()
    vi.advanceTimersByTime(60_000)
    expect(revokeObjectURL).toHaveBeenCalledWith('blob:plan')
  })

  it('says when the browser cannot', () => {
    const failing = () => {
      throw new Error('no memory')
    }
    expect(sharing({ createObjectURL: failing }).download('a', file)).toBe('failed')
    expect(() => sharing({ print: failing }).print()).not.toThrow()
  })

  it('prints', () => {
    const print = vi.fn()
    sharing({ print }).print()
    expect(print).toHaveBeenCalledTimes(1)
  })
})
