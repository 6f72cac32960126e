/** What the browser tells about our storage. null = it does not tell. */
export type StorageFacts = {
  readonly persisted: boolean | null
  readonly usedBytes: number | null
  readonly quotaBytes: number | null
}

const storage = (): StorageManager | null => (globalThis.navigator as Navigator | undefined)?.storage ?? null

/** Asks the browser to keep our storage when the disk runs full. null = it cannot be asked. Never rejects. */
export async function askToPersist(manager: StorageManager | null = storage()): Promise<boolean | null> {
  try {
    return (await manager?.persist?.()) ?? null
  } catch {
    return null
  }
}

/** Reads how much is stored and whether it is kept. Never rejects. */
export async function readStorageFacts(manager: StorageManager | null = storage()): Promise<StorageFacts> {
  const persisted = await ask(() => manager?.persisted?.())
  const estimate = await ask(() => manager?.estimate?.())
  return {
    persisted,
    usedBytes: estimate?.usage ?? null,
    quotaBytes: estimate?.quota ?? null,
  }
}

async function ask<T>(question: () => Promise<T> | undefined): Promise<T | null> {
  try {
    return (await question()) ?? null
  } catch {
    return null
  }
}
