import * as v from 'valibot'
import { parseHome, type Home } from '#domain/stay/home.ts'
import type { Settings, SettingsStore } from '../ports.ts'

const KEY = 'mhm-settings'
/** The version of the stored shape. A change that an older app cannot read raises it, and needs a migration. */
const VERSION = 1

const Furigana = v.exactOptional(v.picklist(['all', 'hard', 'none']))

/** One schema per key, so that one bad value costs only itself and never the language of the person. */
const FIELDS = {
  language: v.pipe(v.string(), v.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/), v.maxLength(35)),
  theme: v.picklist(['auto', 'day', 'night', 'contrast']),
  textSize: v.pipe(v.number(), v.minValue(100), v.maxValue(200)),
  furigana: v.union([
    v.object({ ja: Furigana, 'ja-simple': Furigana }),
    // The setting of やさしい日本語 was once on or off, and there was none of Japanese.
    v.pipe(
      v.boolean(),
      v.transform((on) => ({ 'ja-simple': on ? ('all' as const) : ('none' as const) })),
    ),
  ]),
  area: v.pipe(v.string(), v.regex(/^\d{5}$/)),
  layers: v.record(v.pipe(v.string(), v.maxLength(64)), v.boolean()),
  opacity: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  palette: v.picklist(['official', 'distinct']),
  start: v.picklist(['map', 'text']),
  home: v.nullable(v.custom<Home>((value) => parseHome(value).ok)),
  plan: v.nullable(v.pipe(v.string(), v.regex(/^[a-z0-9]{16}$/))),
} satisfies { [key in keyof Required<Settings>]: v.GenericSchema<unknown, Settings[key]> }

/**
 * Settings in `localStorage`, in one record `{ version, settings }`. Falls back to memory where the browser has no storage,
 * refuses to read it, or is full. A record of a newer version is read as far as it is understood and never overwritten in
 * a shape that the newer app could not read: keys that are not known here are carried along.
 */
export function createSettingsStore(storage: Storage | null = browserStorage()): SettingsStore {
  let memory: Record<string, unknown> | null = null
  const load = (): Record<string, unknown> => memory ?? parse(attempt(() => storage?.getItem(KEY) ?? null))
  return {
    read: () => pick(load()),
    write(change) {
      const settings = { ...load(), ...pick(change) }
      const text = JSON.stringify({ version: VERSION, settings })
      const kept = storage !== null && attempt(() => (storage.setItem(KEY, text), true)) === true
      memory = kept ? null : settings
      return { kept }
    },
  }
}

/** Merely touching `localStorage` throws where the person blocks it. */
function browserStorage(): Storage | null {
  return attempt(() => (globalThis as { localStorage?: Storage }).localStorage ?? null)
}

function attempt<T>(action: () => T): T | null {
  try {
    return action()
  } catch {
    return null
  }
}

const Stored = v.object({ version: v.number(), settings: v.record(v.string(), v.unknown()) })

function parse(text: string | null): Record<string, unknown> {
  const raw: unknown =
    text === null || text.length > 20_000 ? null : attempt(() => JSON.parse(text) as unknown)
  const stored = v.safeParse(Stored, raw)
  return stored.success ? { ...stored.output.settings } : {}
}

function pick(from: object): Settings {
  const values = from as Record<string, unknown>
  const entries = Object.entries(FIELDS).flatMap(([key, schema]) => {
    const parsed = v.safeParse(schema as v.GenericSchema, values[key])
    return parsed.success ? [[key, parsed.output] as const] : []
  })
  return Object.fromEntries(entries) as Settings
}
