import { isDanger, type MarkKind } from '#domain/plan/mark-kinds.ts'
import type { MyMap } from '../map-view.ts'
import type { Pictogram } from './pictograms.ts'

/** What a symbol of My Hazard Map can stand for. */
export type MyIcon = MyMap['points'][number]['icon']

const drawn = (strokes: readonly string[], fills: readonly string[] = [], width = 1.7): Pictogram => ({
  box: 16,
  width,
  strokes,
  fills,
})
const dot = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${r * 2} 0a${r} ${r} 0 1 0 ${-r * 2} 0Z`
const waves = (y: number): string =>
  `M1.5 ${y}C3.4 ${y - 2.2} 5 ${y - 2.2} 6.6 ${y}S10 ${y + 2.2} 11.6 ${y}S14 ${y - 2} 15 ${y - 1}`

/** One drawing for each thing that can be put on the map; also for lists and the paper's legend. */
export const MY_PICTOGRAMS: { readonly [icon in MyIcon]: Pictogram } = {
  // A road that dips under a bridge.
  underpass: drawn(['M1.5 4H14.5', 'M5 4V8.5', 'M11 4V8.5', 'M1.5 9C4 9 4.5 13.5 8 13.5S12 9 14.5 9']),
  // A channel, open at the top, with water in it.
  gutter: drawn(['M2 4V13.5H14V4', waves(9)]),
  floodsOften: drawn([waves(5), waves(9.5), waves(14)]),
  // Two banks and the water between them.
  river: drawn([
    'M4.5 1.5C1.5 6 7.5 10 4.5 14.5',
    'M11.5 1.5C8.5 6 14.5 10 11.5 14.5',
    'M8 4.5V6.5',
    'M8 9.5V11.5',
  ]),
  // A slope with stones coming down.
  slope: drawn(['M1.5 2.5L14.5 14H1.5'], [dot(10, 4, 1.8), dot(13.6, 8, 1.5)]),
  // Blocks, one of them leaving the wall.
  wall: drawn([
    'M1.5 14V3H11V14Z',
    'M1.5 8.5H11',
    'M6.2 3V8.5',
    'M4 8.5V14',
    'M8.6 8.5V14',
    'M13.4 9L15 13.6',
  ]),
  // A pane with a crack.
  glass: drawn(['M3 2H13V14H3Z', 'M9.6 2L6.6 6.6L10 9L7.4 14']),
  // A moon.
  dark: drawn([], ['M9.6 1.6A6.6 6.6 0 1 0 14.4 10.8A5.6 5.6 0 0 1 9.6 1.6Z']),
  // Arrows that press a passage together.
  narrow: drawn(
    ['M1 8H5.6', 'M3.6 5.6L5.8 8L3.6 10.4', 'M15 8H10.4', 'M12.4 5.6L10.2 8L12.4 10.4', 'M7 2V14', 'M9 2V14'],
    [],
    1.4,
  ),
  bridge: drawn([
    'M1 6.5H15',
    'M2.5 6.5V12.5',
    'M13.5 6.5V12.5',
    'M5 12.5C5 8.5 11 8.5 11 12.5',
    'M1 3.5H15',
  ]),
  steps: drawn(['M1.5 14V10.5H5.5V7H9.5V3.5H14.5']),
  // A fence with a bolt: those against wild animals are charged.
  animalFence: drawn(
    ['M2.5 3V14', 'M13.5 3V14', 'M2.5 5.5H13.5', 'M2.5 11.5H13.5'],
    ['M9.4 2L5.4 9H7.8L6.6 14.6L10.8 7.4H8.4Z'],
  ),
  otherDanger: drawn(['M8 2.4V9'], [dot(8, 13, 1.5)], 2.6),
  aed: drawn([
    'M8 14C3 10 1.5 7.5 1.5 5.2A3.3 3.3 0 0 1 8 4A3.3 3.3 0 0 1 14.5 5.2C14.5 7.5 13 10 8 14Z',
    'M8.8 5.2L6.6 8.2H9.4L7.4 11',
  ]),
  // A tap with a drop.
  water: drawn(
    ['M2 5H10A3 3 0 0 1 13 8V9', 'M6 5V2.5', 'M3.6 2.5H8.4', 'M2 3.5V7'],
    ['M13 10.6C14.4 12.4 14.6 13 14.6 13.7A1.6 1.6 0 0 1 11.4 13.7C11.4 13 11.6 12.4 13 10.6Z'],
  ),
  // Two people with a wall between them, as on every door.
  toilet: drawn(
    ['M8 1.5V14.5', 'M4 6V10.5', 'M3 10.5V14.5', 'M5 10.5V14.5', 'M12 10.5V14.5'],
    [dot(4, 3, 1.6), dot(12, 3, 1.6), 'M12 5.5L14.6 11H9.4Z', 'M2.4 5.6H5.6V10.4H2.4Z'],
    1.4,
  ),
  publicPhone: drawn(
    ['M2 5.5C5 2.5 11 2.5 14 5.5', 'M4.5 13.5V9.5L6 7.5H10L11.5 9.5V13.5Z'],
    [dot(2.4, 6.2, 1.4), dot(13.6, 6.2, 1.4), dot(8, 10.8, 1.4)],
  ),
  // Two people side by side.
  neighbour: drawn(
    ['M1.8 14V11.5A3.2 3.2 0 0 1 8 11V14', 'M8.2 14V11A3.2 3.2 0 0 1 14.4 11.5V14'],
    [dot(4.9, 5, 2.1), dot(11.2, 5, 2.1)],
  ),
  boat: drawn(['M1.5 9.5H14.5L12.5 13.5H3.5Z', 'M7.5 9.5V2.5', 'M7.5 3L12 7.4H7.5'], []),
  shop: drawn(['M2 6L3.6 2.5H12.4L14 6Z', 'M3.4 6V13.6H12.6V6', 'M7 13.6V9.4H10V13.6'], [], 1.5),
  // A peak with an arrow up.
  highPlace: drawn(['M1 14L6.5 6.5L9 10L10.5 8L15 14Z', 'M12 5.5V1.5', 'M10.3 3.2L12 1.4L13.7 3.2']),
  // Four arrows that meet, as on the sign of a meeting place.
  meetingPlace: drawn(
    [
      'M1.8 1.8L5.4 5.4',
      'M5.6 2.6V5.6H2.6',
      'M14.2 1.8L10.6 5.4',
      'M10.4 2.6V5.6H13.4',
      'M1.8 14.2L5.4 10.6',
      'M2.6 10.4H5.6V13.4',
      'M14.2 14.2L10.6 10.6',
      'M13.4 10.4H10.4V13.4',
    ],
    [dot(8, 8, 1.6)],
    1.4,
  ),
  otherHelp: drawn(['M8 2.5V13.5', 'M2.5 8H13.5'], [], 2.8),
  home: drawn(['M2 8L8 2.6L14 8', 'M4 7V13.8H12V7'], ['M6.8 13.8V10H9.2V13.8Z'], 1.8),
  place: drawn(
    ['M4 14V2.5H12V14', 'M2 14H14'],
    ['M6 5H7.4V6.6H6Z', 'M8.6 5H10V6.6H8.6Z', 'M6 8.4H7.4V10H6Z', 'M8.6 8.4H10V10H8.6Z'],
  ),
  destination: drawn(['M4 15V1.8'], ['M4 2L13.5 5.2L4 8.8Z'], 2),
}

/** Which shape a symbol has: it tells danger from help, and both from places, without any colour. */
export type MyShape = 'danger' | 'help' | 'place'

export const shapeOf = (icon: MyIcon): MyShape => {
  if (icon === 'home' || icon === 'place' || icon === 'destination') return 'place'
  return isDanger(icon satisfies MarkKind) ? 'danger' : 'help'
}
