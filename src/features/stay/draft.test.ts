import { describe, expect, it } from 'vitest'
import { checkDraft, daysOf, EMPTY_DRAFT, readStoreys, toggle } from './draft.ts'

describe('the draft of a home', () => {
  it('presumes nothing: the storeys and the floor have to be told', () => {
    expect(checkDraft(EMPTY_DRAFT)).toEqual({ ok: false, fault: 'storeys' })
    expect(checkDraft({ ...EMPTY_DRAFT, storeys: 2 })).toEqual({ ok: false, fault: 'floor' })
    expect(checkDraft({ ...EMPTY_DRAFT, storeys: 2, floor: 3 })).toEqual({
      ok: false,
      fault: 'floorAboveRoof',
    })
    expect(checkDraft({ ...EMPTY_DRAFT, storeys: 2, floor: 2 })).toMatchObject({
      ok: true,
      home: { stockHours: null },
    })
  })

  it('reads a number of storeys in half and full width, and nothing else', () => {
    expect(['5', '１２', ' 70 ', '0', '71', '5.5', '-1', '', 'five'].map(readStoreys)).toEqual([
      5,
      12,
      70,
      null,
      null,
      null,
      null,
      null,
      null,
    ])
  })

  it('offers of a stock the days that it is surely worth', () => {
    expect([null, 0, 23, 24, 71, 72, 5000].map(daysOf)).toEqual([null, 0, 0, 1, 1, 3, 28])
  })

  it('adds and takes away who needs time', () => {
    expect(toggle(['elderly'], 'infant')).toEqual(['elderly', 'infant'])
    expect(toggle(['elderly', 'infant'], 'elderly')).toEqual(['infant'])
  })
})
