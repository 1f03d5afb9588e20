/** Figures in words. A dash stands for what is not known. */

const UNKNOWN = '–';

/** Seconds, as `12.3 s`. */
export function seconds(value, digits = 1) {
  return Number.isFinite(value) ? `${value.toFixed(digits)} s` : UNKNOWN;
}

/** A position, as `1:02.3`, with hours where there are some. */
export function position(value) {
  if (!Number.isFinite(value)) {
    return UNKNOWN;
  }
  const tenths = Math.max(0, Math.floor(value * 10 + 1e-6));
  const hours = Math.floor(tenths / 36000);
  const minutes = Math.floor(tenths / 600) % 60;
  const rest = ((tenths % 600) / 10).toFixed(1).padStart(4, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** Bits per second, as `2.6 Mbit/s`. */
export function bitrate(value) {
  if (!(value > 0) || !Number.isFinite(value)) {
    return UNKNOWN;
  }
  return value < 1e6 ? `${Math.round(value / 1e3)} kbit/s` : `${(value / 1e6).toFixed(1)} Mbit/s`;
}

/** Bytes, as `3.2 MB`. */
export function bytes(value) {
  if (!Number.isFinite(value)) {
    return UNKNOWN;
  }
  return value < 1e6 ? `${Math.round(value / 1e3)} kB` : `${(value / 1e6).toFixed(1)} MB`;
}

/** A quality, as `1280 × 720 · 2.6 Mbit/s`; sound has no size. */
export function quality(quality) {
  if (!quality) {
    return UNKNOWN;
  }
  const rate = bitrate(quality.bandwidth);
  return quality.height > 0 ? `${quality.width} × ${quality.height} · ${rate}` : rate;
}
