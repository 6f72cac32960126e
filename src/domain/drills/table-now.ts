import type { DrillNow } from './drill-run.ts'
import type { DrillWays } from './drill-ways.ts'
import type { DrillWorld } from './drill-world.ts'
import { shutPlaces } from './coming-injects.ts'
import { fullFrom } from './full-sites.ts'
import type { TableWorld } from './table-choices.ts'

/** What a table is played on after what was told: nobody walks where it is shut, and nobody arrives at a site that is full. */
export function tableNow(
  { ways, sites }: Pick<DrillWorld, 'sites'> & { readonly ways: DrillWays },
  told: DrillNow['injects'],
): TableWorld {
  const table = ways.table(shutPlaces(told))
  const full = new Set(sites.filter(({ id, at }) => fullFrom(id, at, told) !== null).map(({ id }) => id))
  return full.size === 0 ? table : { ...table, sites: table.sites.filter(({ id }) => !full.has(id)) }
}
