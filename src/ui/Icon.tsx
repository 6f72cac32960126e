/** Outlines on a 24-unit square, drawn for this app. An icon never stands alone: its button carries the words. */
const PATHS = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm4.8 11.3L20 20',
  globe:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3 12h18M12 3c3 3 3.6 6 3.6 9S15 18 12 21c-3-3-3.6-6-3.6-9S9 6 12 3Z',
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6 6 18',
  layers: 'M12 4 3 9l9 5 9-5-9-5ZM3.6 13.2 12 18l8.4-4.8',
  offline: 'M12 4v10m0 0-4-4m4 4 4-4M5 18v2h14v-2',
  settings: 'M4 7h9m5 0h2M4 17h3m5 0h8M15.5 4.5v5M9.5 14.5v5',
  about: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 8v6m0-9.6v.1',
  here: 'M12 5.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM12 2v4m0 12v4M2 12h4m12 0h4',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  north: 'M12 3 7 20l5-3.4L17 20 12 3Z',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6h.1M4.5 12h.1M4.5 18h.1',
  back: 'M14.5 5 8 12l6.5 7',
  pin: 'M12 21c4.6-5 7-8.6 7-11.6A7 7 0 0 0 5 9.4C5 12.4 7.4 16 12 21Zm0-14a2.6 2.6 0 1 0 0 5.2A2.6 2.6 0 0 0 12 7Z',
  house: 'M3.5 11.5 12 4l8.5 7.5M6 10v10h12V10M10 20v-6h4v6',
  shelter: 'M12 3 3 10.5V21h18V10.5L12 3Zm-4 14h8M8 13h8',
  person:
    'M12 4a2.4 2.4 0 1 0 0 4.8A2.4 2.4 0 0 0 12 4Zm-4.5 9c.6-1.7 2.2-2.6 4.5-2.6s3.9.9 4.5 2.6M12 10.4V16l-3 5m3-5 3 5',
  phone:
    'M6 4h3l1.6 4.2L8.500 10c1 2.200 3 4.200 5.500 5.500l1.800-2.100L20 15v3a2 2 0 0 1-2.200 2C11 19.300 4.700 13 4 6.200A2 2 0 0 1 6 4Z',
  warning: 'M12 4 2.500 20h19L12 4Zm0 6v5m0 2.600v.1',
  question:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm-2.600 6.800a2.600 2.600 0 1 1 3.700 2.400c-.800.400-1.100.900-1.100 1.800m0 2.600v.1',
  voice:
    'M4 9.500v5h3.500L12 18.500v-13L7.500 9.500H4Zm11.500-.500a4.200 4.200 0 0 1 0 6m2.300-8.600a8 8 0 0 1 0 11.200',
  check: 'm5 12.500 4.500 4.500L19 7.500',
  up: 'M12 19V5m0 0-6 6m6-6 6 6',
  down: 'M12 5v14m0 0-6-6m6 6 6-6',
  grip: 'M5 8h14M5 12h14M5 16h14',
  bin: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5m4-5v5',
  noEntry: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM7 12h10',
  route:
    'M6 20a2 2 0 1 0 0-.100M18 4a2 2 0 1 0 0 .100M7.800 19H15a3.500 3.500 0 0 0 0-7H9a3.500 3.500 0 0 1 0-7h7',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4.500V12l3.500 2.500',
  pencil: 'M4 20l1-4L16 5l3 3L8 19l-4 1Zm10-13 3 3',
} as const

export type IconName = keyof typeof PATHS

/** Icons that point along the line: from right to left they point the other way. A map's own (north, plus) never turn. */
const TURNING: readonly string[] = ['back', 'list']

/** A decorative icon, 1.35 times the text beside it but never wider than 40 px. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg
    viewBox="0 0 24 24"
    aria-hidden="true"
    focusable="false"
    data-turns={TURNING.includes(name) ? '' : undefined}
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
    style={{ inlineSize: 'min(1.35em, 40px)', blockSize: 'min(1.35em, 40px)', flex: 'none' }}
  >
    <path d={PATHS[name]} />
  </svg>
)
