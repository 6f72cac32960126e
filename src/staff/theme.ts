const WANTS = { night: '(prefers-color-scheme: dark)', contrast: '(prefers-contrast: more)' } as const

/** Draws the page as the device wants it, now and when it changes its mind. */
export function followTheme(root: Pick<HTMLElement, 'dataset'>): void {
  const queries = Object.values(WANTS).map((query) => matchMedia(query))
  const apply = () => {
    const [night, contrast] = queries
    root.dataset['theme'] =
      contrast?.matches === true ? 'contrast' : night?.matches === true ? 'night' : 'day'
  }
  for (const query of queries) query.addEventListener('change', apply)
  apply()
}
