import { beginDrill, type Drill, type Joining } from '#domain/drills/drill.ts'
import { aDrill } from './a-drill-run.ts'
import { corner } from './a-drill-town.ts'

/** Milliseconds since 1970: a Monday at noon in Japan. */
export const DRILL_NOON = Date.UTC(2026, 10, 23, 3)

type Asked = Omit<Joining, 'nonce' | 'token' | 'number'>

/** What somebody who joins decides. */
export const anAsked = (changes: Partial<Asked> = {}): Asked => ({
  invitation: { area: '41207', scenario: 'stand', begins: null, group: null },
  who: null,
  mayStay: null,
  before: null,
  scenario: aDrill(),
  mode: 'table',
  profile: 'adult',
  home: corner(0, 0),
  ...changes,
})

export const aJoining = (changes: Partial<Joining> = {}): Joining => ({
  ...anAsked(),
  nonce: 'nonce-of-the-test',
  token: 'token-of-the-test',
  number: 7,
  ...changes,
})

/** A drill at a table that begins at noon, at home in the corner of the drill town. */
export const aBegunDrill = (changes: Partial<Joining> = {}, now = DRILL_NOON): Drill =>
  beginDrill(aJoining(changes), now)
