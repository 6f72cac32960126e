import type { Area } from '#domain/packs/area.ts'
import type { PackIndex, PackManifest } from '#domain/packs/area-pack.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { PlanRefusal } from '#domain/plan/parse-plan.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { VoiceState } from '#domain/speech/choose-voice.ts'
import type { Home } from '#domain/stay/home.ts'
import type { AnswerOnlineOptions, OnlineAnswer } from '#domain/official-tiles/answer-online.ts'
import type { OfficialLayerId } from '#domain/official-tiles/official-layer.ts'

/** The only source of the time. `now()` is milliseconds since 1970 (UTC). */
export interface Clock {
  now(): number
}

/** Why a position could not be had. */
export type LocateFailure = 'denied' | 'unavailable' | 'timeout' | 'unsupported'
export type Located =
  | { readonly ok: true; readonly at: LngLat; /** radius in metres */ readonly accuracy: number }
  | { readonly ok: false; readonly why: LocateFailure }

/** Asks the device once for its position. The position never leaves the device. */
export interface Locator {
  locate(signal: AbortSignal): Promise<Located>
}

/** What is said in one breath, in one language. `voices`: tags of the voices that can say it, best first. */
export type SpokenPiece = { readonly text: string; readonly voices: readonly string[] }

/** `stopped`: by the person, or because the page was left. `failed`: something of it was not spoken. */
export type SpeechEnd = 'done' | 'stopped' | 'failed'

/** Reads aloud with the device's own voices. What is spoken never leaves the device. */
export interface Speaker {
  /** What the device can do for a language. @param voices tags of its voices, best first */
  voiceFor(voices: readonly string[]): VoiceState
  /** Calls back when the voices became others, or are known now: browsers find them late. The result ends it. */
  onVoices(changed: () => void): () => void
  /**
   * Speaks the pieces one after the other; the first is begun at once, within the press of a button. Whatever was being spoken
   * ends. `onPiece` is told which piece begins. Never rejects, and never waits for ever for a voice that does not begin.
   */
  speak(
    pieces: readonly SpokenPiece[],
    options: { readonly signal: AbortSignal; readonly onPiece?: (index: number) => void },
  ): Promise<SpeechEnd>
}

/** Why a pack could not be fetched or kept. Each is told to the person in a sentence of its own. */
export type PackFailure =
  | 'unreachable' /** no answer from the host before the deadline */
  | 'notData' /** the host answered something else: a sign-in page, an error page */
  | 'corrupt' /** length, hash or shape is not what the manifest says */
  | 'wrongArea' /** the pack is another area's */
  | 'storageFull'
  | 'storageBlocked' /** the browser does not let us keep anything */

/** How far the pack of an area has come. */
export type PackProgress = {
  readonly code: string
  /** Stage 1 is what an answer needs, stage 2 what the map needs. */
  readonly stage: 1 | 2
  readonly bytesDone: number
  readonly bytesTotal: number
}

export type PackState = {
  readonly code: string
  readonly manifest: PackManifest
  /** False = held in memory only; it will be gone when the page is closed. */
  readonly stored: boolean
  /** True when every file is here, the map's too. */
  readonly complete: boolean
  /** A newer pack was found but could not be taken over; the one here still answers. */
  readonly updateFailure: PackFailure | null
}

export type OpenedArea =
  | { readonly ok: true; readonly area: Area; readonly state: PackState }
  | { readonly ok: false; readonly why: PackFailure }

/** The result of reading back every stored file of a pack and comparing its hash. */
export type SelfTest = {
  readonly code: string
  readonly filesChecked: number
  readonly filesExpected: number
  readonly bytes: number
  readonly damaged: readonly string[]
  readonly missing: readonly string[]
}

/**
 * Keeps packs on the device. Whole files, each checked by length and SHA-256 before it is stored; one pointer names the
 * pack in use and is flipped in one transaction; the previous pack stays until the new one has answered once.
 * A method rejects only with the reason of its own `signal`; every other failure is in its result.
 */
export interface PackStore {
  /**
   * The areas this host offers: the copy kept last at once, while a newer one is fetched for the next time; from the host
   * where none is kept, or where it lacks the `wanted` area.
   */
  index(
    signal: AbortSignal,
    wanted?: string | null,
  ): Promise<{ ok: true; value: PackIndex } | { ok: false; why: PackFailure }>
  /** Opens an area: from the device if it is there, else from the host. Resolves as soon as it can answer (stage 1). */
  open(code: string, signal: AbortSignal): Promise<OpenedArea>
  /** Fetches what is still missing (map files) and looks for a newer pack; resumes by file. Tells progress. */
  complete(
    code: string,
    signal: AbortSignal,
    onProgress: (progress: PackProgress) => void,
  ): Promise<{ ok: true; state: PackState; updated: boolean } | { ok: false; why: PackFailure }>
  /** A stored map file (PMTiles) for reading, or null when it is not on this device yet. */
  mapFile(code: string, role: 'basemap' | 'zones'): Promise<Blob | null>
  /** A computed flood (a file of role `series`) unpacked, by its name; null when it is not on this device yet, or damaged. */
  seriesFile(code: string, name: string): Promise<Uint8Array | null>
  selfTest(code: string, signal: AbortSignal): Promise<SelfTest>
}

/** What the "Ready for offline?" page asks the browser. null = the browser does not tell. */
export type OfflineFacts = {
  readonly installed: boolean | null
  readonly persisted: boolean | null
  readonly shellReady: boolean
  readonly mapCodeReady: boolean
  readonly usedBytes: number | null
  readonly quotaBytes: number | null
}

/** The service worker as the app sees it. */
export interface AppShell {
  /**
   * Registers the worker and calls back when a new version waits. Never reloads by itself. Nobody who reads the text needs
   * the map's code: it is fetched unasked only while `wantsMap` says so.
   */
  start(onUpdateReady: () => void, wantsMap: () => boolean): Promise<void>
  /** The person agreed: let the new version take over, then reload once. */
  applyUpdate(): void
  /**
   * Keeps the code that no answer needs on the device, file by file, going on where it stopped: the plan's, then the map's
   * where it is wanted. True = all of it is there. Call it when the area can answer and before its map files are fetched: on a
   * slow first visit everything shares one line.
   */
  keepLaterCode(wantsMap: boolean): Promise<boolean>
  /**
   * The language that the person reads from now on: its words and letters are kept, now and in every later version. True = all
   * of it is there; what could not be had is tried again.
   * @param tag of the registry of languages
   */
  readIn(tag: string): Promise<boolean>
  facts(): Promise<OfflineFacts>
  /** Asks the browser to keep our storage. */
  askToPersist(): Promise<boolean | null>
}

/** Serves one map tile of the open area: the bytes of an MVT, or null where there is no tile. */
export type TileReader = (
  role: 'basemap' | 'zones',
  z: number,
  x: number,
  y: number,
  signal: AbortSignal,
) => Promise<ArrayBuffer | null>

/**
 * What a person chose. Every key is optional: what was never chosen, or cannot be read any more, is simply not there, and
 * the app falls back to its default.
 */
export type Settings = {
  /** A tag of the registry of languages. The store does not know the registry: the reader checks it. */
  readonly language?: string
  readonly theme?: 'auto' | 'day' | 'night' | 'contrast'
  /** Per cent of the normal size, 100…200. */
  readonly textSize?: number
  /** Readings above Japanese characters, for each language that has them: all, those of hard words, none. */
  readonly furigana?: { readonly [tag in 'ja' | 'ja-simple']?: 'all' | 'hard' | 'none' }
  /** Five-digit code of the area that is opened first. */
  readonly area?: string
  /** Which layers of the map are shown, by layer id. */
  readonly layers?: Readonly<Record<string, boolean>>
  /** Opacity of the hazard zones, 0…1. */
  readonly opacity?: number
  /** The colours of the hazard zones. */
  readonly palette?: 'official' | 'distinct'
  /** Where the app begins: with the map, or with the same as a plain text. */
  readonly start?: 'map' | 'text'
  /** The building and the household, while there is no plan that knows them; null = it was deleted. */
  readonly home?: Home | null
  /** The plan that is looked at, by its id; null = none. */
  readonly plan?: string | null
}

/** Keeps the settings on the device. Where the browser keeps nothing they live as long as the page. */
export interface SettingsStore {
  read(): Settings
  /** Changes the given keys and leaves the others. `kept` is false when they will be gone with the page. */
  write(change: Settings): { readonly kept: boolean }
}

/**
 * The official pictures of 重ねるハザードマップ. To ask for one tells its server which square of about 250 m is looked at, so
 * nobody calls this before the person has agreed.
 */
export interface OfficialTiles {
  /** The host that is asked, for telling the person. */
  readonly host: string
  /** The address of a layer's pictures with `{z}`, `{x}` and `{y}` in it, for the map. */
  template(layer: OfficialLayerId): string
  /**
   * Reads every layer at one place: 4 s until the head of each picture is here, 15 s for all. Rejects only with the reason of
   * `signal`; a picture that could not be had is told in the answer.
   */
  answerAt(at: LngLat, options: AnswerOnlineOptions & { readonly signal: AbortSignal }): Promise<OnlineAnswer>
}

/**
 * Why plans cannot be kept. `noStorage` the browser has none or refuses it (private mode) · `notAnswering` it does not answer ·
 * `blocked` another tab with an older version of the app holds it · `newer` a newer version of the app wrote it: it is read and
 * never written · `full` · `lost` what was written could not be read back, or the connection was lost again and again.
 */
export type PlansFailure = 'noStorage' | 'notAnswering' | 'blocked' | 'newer' | 'full' | 'lost'

/** A plan as it lies on the device. `revision` grows by one with each change of the record, whichever tab made it. */
export type StoredPlan = {
  readonly plan: Plan
  readonly revision: number
  /** When it was last exported as a file or a whole series of QR codes, and which state of it; null = never. */
  readonly exported: { readonly at: number; readonly changedAt: number } | null
  /** The last attempts to save that came through, newest last: a save that seemed to fail may be among them. */
  readonly attempts?: readonly string[]
}

/** A record that cannot be read. It is left where it is, and its text can be handed out. */
export type QuarantinedPlan = { readonly key: string; readonly why: PlanRefusal; readonly text: string }

export type OpenedPlans = {
  readonly plans: readonly StoredPlan[]
  readonly quarantined: readonly QuarantinedPlan[]
  /** null = what is saved lasts; else plans live in memory until the page is closed, and why. */
  readonly trouble: PlansFailure | null
  /** There were plans on this device, and now the storage is empty: the system removed them. */
  readonly removedBySystem: boolean
}

export type SavedPlan =
  | { readonly ok: true; readonly stored: StoredPlan }
  /** Another tab saved (or removed: null) it meanwhile: the edit has to be done again on its newest state. */
  | { readonly ok: false; readonly why: 'conflict'; readonly newest: StoredPlan | null }
  /** Not known to be on the disk; if it came through after all, `attempt` is among the record's. Nothing kept before is lost. */
  | { readonly ok: false; readonly why: PlansFailure; readonly attempt?: string }

/**
 * Keeps plans and their photos on the device, in a database of their own that no update of code or packs opens. Written with
 * strict durability and read back. No method rejects, and none waits longer than its deadline.
 */
export interface PlanStore {
  /** Reads everything; tried anew at each call, so that "try again" after a failure is `open` again. */
  open(): Promise<OpenedPlans>
  /** The newest state of one plan; null = there is none, or it cannot be read. */
  read(id: string): Promise<StoredPlan | null>
  /** @param basedOn the revision on which the change was made; null = a new plan */
  save(plan: Plan, basedOn: number | null): Promise<SavedPlan>
  remove(id: string): Promise<{ readonly ok: true } | { readonly ok: false; readonly why: PlansFailure }>
  noteExport(id: string, exported: { readonly at: number; readonly changedAt: number }): Promise<boolean>
  putPhoto(
    id: string,
    photo: Blob,
  ): Promise<{ readonly ok: true } | { readonly ok: false; readonly why: PlansFailure }>
  photo(id: string): Promise<Blob | null>
  /** Drops photos that no kept plan speaks of and that are older than a day (an edit may still be undone). */
  tidyPhotos(now: number): Promise<void>
  /** Calls back with the id when another tab changed or removed a plan; null = all may have changed. The result ends it. */
  onChange(changed: (id: string | null) => void): () => void
}

/** A photo made small. No position and no other note of the camera is in it any more. */
export type SmallPhoto = {
  readonly id: string
  readonly blob: Blob
  readonly width: number
  readonly height: number
}
export type PhotoFailure = 'notAPicture' | 'tooLarge' | 'notMade'

/** Makes photos small on the device. Never rejects. */
export interface Photos {
  /** At most 1280 pixels wide or high and 300 kB, as JPEG drawn anew, which leaves out all that the camera noted. */
  shrink(
    file: Blob,
    signal: AbortSignal,
  ): Promise<
    { readonly ok: true; readonly photo: SmallPhoto } | { readonly ok: false; readonly why: PhotoFailure }
  >
  /** Where the photo was taken, as the camera noted; null = it did not. Called only when the person asks for it. */
  placeOf(file: Blob): Promise<LngLat | null>
}

/** How something left: `cancelled` = the person changed their mind, which is no failure. */
export type Handed = 'done' | 'cancelled' | 'failed'

/** Hands files and links over to the rest of the device. Never rejects. */
export interface Sharer {
  /** True when the device has a sheet for sharing this kind of thing. */
  canShare(what: 'file' | 'link'): boolean
  shareFile(name: string, type: string, content: Blob): Promise<Handed>
  shareLink(title: string, url: string): Promise<Handed>
  shareText(text: string): Promise<Handed>
  copy(text: string): Promise<Handed>
  /** Saves a file to the device's downloads. */
  download(name: string, content: Blob): Handed
  print(): void
}

/** Why no QR code was read. */
export type ScanFailure = 'denied' | 'noCamera' | 'noCode' | 'notAPicture'

/** Reads QR codes. Pictures never leave the device. */
export interface QrReader {
  readPicture(
    file: Blob,
  ): Promise<{ readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: ScanFailure }>
  /** Shows the camera in `video` and calls back for each code that it sees, until `signal` ends it. */
  watch(
    video: HTMLVideoElement,
    onText: (text: string) => void,
    signal: AbortSignal,
  ): Promise<{ readonly ok: true } | { readonly ok: false; readonly why: ScanFailure }>
}

/** What the device is, for the hint how to put the app on the home screen. */
export type InstallFacts = {
  readonly installed: boolean
  readonly system: 'ios' | 'android' | 'other'
  /** True when the browser can be asked to install the app. */
  readonly canAsk: boolean
}

/** Putting the app on the home screen. */
export interface Installer {
  facts(): InstallFacts
  /** Asks the browser to install. Resolves with true when the person agreed. */
  ask(): Promise<boolean>
  onChange(changed: () => void): () => void
}

export type * from './feed-ports.ts'
export type * from './way-ports.ts'
export type * from './drill-ports.ts'
