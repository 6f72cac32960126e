import { assessRisk } from '#domain/risk/assess-risk.ts'
import { openPack } from '#scripts/lib/open-pack.ts'

/** The name of a site of a pack at which a flood is the worst that reaches the ground; what the app must then say can be looked up. */
export async function placeInZone(packs: string, code: string): Promise<{ name: string; rank: number }> {
  const opened = await openPack(packs, code)
  if (!opened.ok) throw new Error(opened.detail ?? opened.reason)
  const sites = opened.value.sites ?? []
  for (const site of sites) {
    const worst = assessRisk(opened.value, [site.at[0], site.at[1]]).hazards[0]
    const alone = sites.filter(({ name }) => name.ja.startsWith(site.name.ja)).length === 1
    if (worst?.answer === 'hazard' && worst.kind === 'flood' && alone)
      return { name: site.name.ja, rank: worst.rank }
  }
  throw new Error(`no site of ${code} lies in a zone`)
}
