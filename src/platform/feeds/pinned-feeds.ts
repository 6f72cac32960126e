import { CITY_KEYS } from 'virtual:city-keys'
import type { CityFeeds, NoFeeds } from '../ports.ts'
import { createCityFeeds } from './city-feeds.ts'

/** The feeds of a city by the keys that were built into this app: a chunk of the shell that no first answer waits for. */
export const openCityFeeds = (code: string): Promise<CityFeeds | NoFeeds> =>
  createCityFeeds(code, { pinned: CITY_KEYS })
