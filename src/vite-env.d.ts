interface ImportMetaEnv {
  /** The origin of the official pictures, written by the build: see scripts/vite/official-tiles.ts. */
  readonly OFFICIAL_TILES: string
  /** The version of the package that was built. */
  readonly APP_VERSION: string
  /** Where the staff page publishes, written by the build (scripts/vite/staff-store.ts); '' = beside the app. */
  readonly MHM_STORE: string
}

/** Written by the build: see scripts/vite/city-keys.ts. */
declare module 'virtual:city-keys' {
  /** The lists of keys that are pinned in the app, by area: the text of each file as it was published. */
  export const CITY_KEYS: Readonly<Record<string, string>>
}
