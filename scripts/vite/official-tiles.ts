import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The one outside host that the app may ask: `OFFICIAL_TILES` in the environment, else `config.officialTiles` in
 * `package.json`. Throws where that is no bare origin, because it goes into the content security policy as it stands.
 * @returns the origin, without a slash at the end
 */
export function officialTilesOrigin(root: string): string {
  const { config } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    config: { officialTiles?: string }
  }
  const given = process.env['OFFICIAL_TILES'] ?? config.officialTiles ?? ''
  const url = URL.canParse(given) ? new URL(given) : null
  const isOfThisMachine = url?.hostname === 'localhost' || url?.hostname === '127.0.0.1'
  if (url === null || url.origin !== given || (url.protocol !== 'https:' && !isOfThisMachine))
    throw new Error(
      `config.officialTiles "${given}": expected an origin such as https://disaportaldata.gsi.go.jp, without a path`,
    )
  return url.origin
}
