const NAME = 'mhm-drill'

/**
 * Holds the drill for this page, so that two pages of one device do not do the same one.
 * @returns what lets it go; null = another page holds it. Browsers without locks hold nothing and hinder nobody.
 */
export function holdDrill(
  locks: LockManager | undefined = (globalThis.navigator as Navigator | undefined)?.locks,
): Promise<(() => void) | null> {
  if (locks === undefined) return Promise.resolve(() => undefined)
  return new Promise((resolve) => {
    locks
      .request(NAME, { ifAvailable: true }, (lock) => {
        if (lock === null) return resolve(null)
        return new Promise<void>((release) => resolve(() => release()))
      })
      .catch(() => resolve(() => undefined))
  })
}
