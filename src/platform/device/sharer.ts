import type { Handed, Sharer } from '../ports.ts'

/** The parts of the browser that are used; a test hands in its own. What is missing, the browser does not have. */
export type SharingBrowser = {
  readonly share?: ((data: ShareData) => Promise<void>) | undefined
  readonly canShare?: ((data: ShareData) => boolean) | undefined
  readonly writeText?: ((text: string) => Promise<void>) | undefined
  /** True for Chromium, which shares only files whose name ends as it knows them. */
  readonly isChromium: boolean
  readonly document: Document
  readonly print: () => void
  readonly createObjectURL: (content: Blob) => string
  readonly revokeObjectURL: (url: string) => void
}

/**
 * How long an address of a download stays alive. Browsers read it only after the click, and Safari asks the person first.
 * Milliseconds.
 */
const REVOKE_AFTER = 60_000

/**
 * Endings that Chromium shares; any other file ends in "permission denied", and only after the tap is used up
 * (https://github.com/w3c/web-share/issues/200, MDN Navigator.share "shareable file types").
 */
const KNOWN_TO_CHROMIUM = /\.(png|jpe?g|webp|gif|svg|pdf|csv|html?|txt)$/i

/** Hands over with what the browser has. Never rejects: what goes wrong is `failed`. */
export function createSharer(browser: SharingBrowser = thisBrowser()): Sharer {
  const share = async (data: ShareData): Promise<Handed> => {
    try {
      if (browser.share === undefined) return 'failed'
      await browser.share(data)
      return 'done'
    } catch (error) {
      return isAbort(error) ? 'cancelled' : 'failed'
    }
  }
  return {
    canShare: (what) => canShare(browser, what),
    shareFile: (name, type, content) =>
      share({ files: [shareable(name, type, content, browser.isChromium)], title: name }),
    shareLink: (title, url) => share({ title, url }),
    shareText: (text) => share({ text }),
    copy: (text) => copy(browser, text),
    download: (name, content) => download(browser, name, content),
    print() {
      try {
        browser.print()
      } catch {
        // A page in a frame without leave to print: the browser's own menu still prints.
      }
    },
  }
}

function thisBrowser(): SharingBrowser {
  const { navigator } = globalThis
  const clipboard = (navigator as { clipboard?: Clipboard }).clipboard
  return {
    share: bound(navigator, 'share'),
    canShare: bound(navigator, 'canShare'),
    writeText: clipboard === undefined ? undefined : (text) => clipboard.writeText(text),
    isChromium: 'userAgentData' in navigator,
    document: globalThis.document,
    print: () => globalThis.print(),
    createObjectURL: (content) => URL.createObjectURL(content),
    revokeObjectURL: (url) => URL.revokeObjectURL(url),
  }
}

/** Firefox has no `share` on a computer, and an insecure page has none anywhere. */
function bound<K extends 'share' | 'canShare'>(navigator: Navigator, name: K): Navigator[K] | undefined {
  const method = (navigator as Partial<Navigator>)[name]
  return typeof method === 'function' ? (method.bind(navigator) as Navigator[K]) : undefined
}

function canShare({ share, canShare: asks, isChromium }: SharingBrowser, what: 'file' | 'link'): boolean {
  if (share === undefined) return false
  try {
    if (what === 'link') return asks === undefined || asks({ url: 'https://example.org/' })
    const sample = shareable('a.json', 'application/json', new Blob(['{}']), isChromium)
    return asks !== undefined && asks({ files: [sample] })
  } catch {
    return false
  }
}

/** The file, or for Chromium the same as a text file: it is read by what is in it, whatever its name. */
function shareable(name: string, type: string, content: Blob, isChromium: boolean): File {
  return isChromium && !KNOWN_TO_CHROMIUM.test(name)
    ? new File([content], `${name}.txt`, { type: 'text/plain' })
    : new File([content], name, { type })
}

const isAbort = (error: unknown): boolean => (error as { name?: unknown } | null)?.name === 'AbortError'

async function copy({ writeText, document }: SharingBrowser, text: string): Promise<Handed> {
  try {
    if (writeText === undefined) return copyBySelection(document, text)
    await writeText(text)
    return 'done'
  } catch {
    return copyBySelection(document, text)
  }
}

/** Where the clipboard is closed to pages (older browsers, plain http): selects a hidden field and copies that. */
function copyBySelection(document: Document, text: string): Handed {
  const focused = document.activeElement
  const field = document.createElement('textarea')
  try {
    field.value = text
    field.readOnly = true
    field.setAttribute('aria-hidden', 'true')
    field.style.position = 'fixed'
    field.style.opacity = '0'
    // In a modal dialog nothing outside of it can be focused.
    ;(focused?.closest('dialog') ?? document.body).append(field)
    field.select()
    return document.execCommand('copy') ? 'done' : 'failed'
  } catch {
    return 'failed'
  } finally {
    field.remove()
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  }
}

function download(browser: SharingBrowser, name: string, content: Blob): Handed {
  try {
    const url = browser.createObjectURL(content)
    const link = browser.document.createElement('a')
    link.href = url
    link.download = name
    link.hidden = true
    browser.document.body.append(link)
    link.click()
    link.remove()
    setTimeout(() => browser.revokeObjectURL(url), REVOKE_AFTER)
    return 'done'
  } catch {
    return 'failed'
  }
}
