interface ImportMetaEnv {
  /** The origin of the official pictures, written by the build: see scripts/vite/official-tiles.ts. */
  readonly OFFICIAL_TILES: string
  /** The version of the package that was built. */
  readonly APP_VERSION: string
}
