/**
 * The door to the calculation of tides, loaded when a tide line is shown: the library behind it is larger than the screen. As a
 * part of `features` it is stored with the shell, so it is there without a network.
 */
export { comingTides } from '#domain/tide/coming-tides.ts'
