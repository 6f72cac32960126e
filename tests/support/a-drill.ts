import { beginDrill, type Drill, type Joining } from '#domain/drills/drill.ts'
import { aDrill } from './a-drill-run.ts'
import { corner } from './a-drill-town.ts'

/** Milliseconds since 1970: a Monday at noon in Japan. */
export const DRILL_NOON = Date.UTC(2026, 10, 23, 3)

export const aJoining = (changes: Partial<Joining> = {}): Joining => ({
  nonce: 'nonce-of-the-test',
  token: 'token-of-the-test',
  invitation: { area: '41207', scenario: 'stand', begins: null, group: null },
  who: null,
  mayStay: null,
  before: null,
  scenario: aDrill(),
  mode: 'table',
  profile: 'adult',
  number: 7,
  home: corner(0, 0),
  ...changes,
})

/** A drill at a table that begins at noon, at home in the corner of the drill town. */
export const aBegunDrill = (changes: Partial<Joining> = {}, now = DRILL_NOON): Drill =>
  beginDrill(aJoining(changes), now)
