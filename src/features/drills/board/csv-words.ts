import type { BoardColumn, BoardValue, BoardWords } from '#domain/drills/board.ts'
import type { RollColumn } from '#domain/drills/roll-call.ts'
import type { SayWords } from '#i18n/index.ts'

const COLUMNS: { readonly [column in BoardColumn]: string } = {
  outcome: 'handIn.outcome',
  margin: 'handIn.margin',
  mode: 'handIn.mode',
  language: 'handIn.language',
  needsHelp: 'board.live.needsHelp',
  group: 'board.group',
}

const VALUES: { readonly [value in BoardValue]: string } = {
  arrived: 'outcome.arrived',
  caught: 'outcome.caught',
  tooLate: 'outcome.tooLate',
  stayed: 'outcome.stayed',
  left: 'outcome.left',
  unknown: 'outcome.unknown',
  walk: 'mode.walk',
  table: 'mode.table',
  class: 'mode.class',
  yes: 'offline:yes',
  no: 'offline:no',
}

/** The words of the file in the language of the reader, readings instead of marks. */
export const boardWords = (t: SayWords): BoardWords => ({
  column: (column) => t.label(COLUMNS[column]),
  value: (value) => t.label(VALUES[value]),
})

const ROLL: { readonly [column in RollColumn]: string } = {
  people: 'roll.come',
  needHelp: 'roll.stillHelp',
  language: 'handIn.language',
  group: 'board.group',
}

export const rollHead =
  (t: SayWords) =>
  (column: RollColumn): string =>
    t.label(ROLL[column])
