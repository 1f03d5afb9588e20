/**
 * The bandwidth of the last visit, kept in `localStorage`. Where that is blocked, full or broken,
 * there just is none: playback never depends on it.
 */
const KEY = 'offstage.bandwidth';

/** Milliseconds after which it says nothing any more: another day, another network. */
const VALID = 24 * 60 * 60 * 1000;

/** Bits per second, or null. */
export function rememberedBandwidth(): number | null {
  try {
    const { bandwidth, at } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Entry>;
    const age = Date.now() - Number(at);
    const known = Number.isFinite(bandwidth) && Number(bandwidth) >= 1;
    return known && age >= 0 && age < VALID ? Number(bandwidth) : null;
  } catch {
    return null;
  }
}

/** Keeps it for the next visit, if that is possible. */
export function rememberBandwidth(bandwidth: number): void {
  try {
    const entry: Entry = { bandwidth, at: Date.now() };
    localStorage.setItem(KEY, JSON.stringify(entry));
  } catch {
    // not possible
  }
}

/** Milliseconds between two times that it is kept. */
const INTERVAL = 10_000;

/** Keeps the bandwidth now and then, as it changes. */
export class BandwidthMemory {
  #keptAt = 0;

  keep({ bandwidth, at }: Entry): void {
    if (bandwidth > 0 && at - this.#keptAt >= INTERVAL) {
      this.#keptAt = at;
      rememberBandwidth(bandwidth);
    }
  }
}

interface Entry {
  bandwidth: number;
  /** Milliseconds since the Unix epoch. */
  at: number;
}
