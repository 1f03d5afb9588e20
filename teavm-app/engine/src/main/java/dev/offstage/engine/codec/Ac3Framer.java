package dev.offstage.engine.codec;

import dev.offstage.engine.util.ByteWriter;

/**
 * AC-3 and E-AC-3 (ETSI TS 102 366, section 4.3 and annex E). Frames of E-AC-3 that belong together
 * make one sample: those of dependent and further substreams, and as many as make six blocks (annex
 * F, section F.6.1).
 */
public final class Ac3Framer extends AudioFramer {
  private static final int HEADER_BYTES = 6;
  private static final int BLOCK_SAMPLES = 256;
  private static final int MAX_FRAMES = 64;
  private static final int LAST_AC3_BSID = 10;
  private static final int LAST_EAC3_BSID = 16;
  private static final int DEPENDENT = 1;
  private static final int[] SAMPLE_RATES = {48000, 44100, 32000};
  private static final int[] BITRATES = {
    32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 448, 512, 576, 640
  };
  private static final int[] CHANNELS = {2, 1, 2, 3, 3, 4, 4, 5};
  private static final int[] BLOCKS = {1, 2, 3, 6};

  private double formatKey = -1;

  @Override
  int frameSize(byte[] data, int at, int to) {
    int size = syncFrameSize(data, at, to);
    if (size <= 0 || !isExtended(data, at)) {
      return size;
    }
    if (streamType(data, at) == DEPENDENT || substream(data, at) != 0) {
      // What it depends on is lost.
      return NONE;
    }
    int blocks = blocks(data, at);
    int end = at + size;
    for (int frames = 1; frames < MAX_FRAMES && end < to; frames++) {
      int next = syncFrameSize(data, end, to);
      if (next == UNKNOWN) {
        return UNKNOWN;
      }
      if (next == NONE || !isExtended(data, end)) {
        break;
      }
      boolean isMain = streamType(data, end) != DEPENDENT && substream(data, end) == 0;
      if (isMain && blocks >= 6) {
        break;
      }
      blocks += isMain ? blocks(data, end) : 0;
      end += next;
    }
    return end == to && !isBoundary ? UNKNOWN : end - at;
  }

  private static int syncFrameSize(byte[] data, int at, int to) {
    if (to - at < HEADER_BYTES) {
      return data[at] == 0x0B && (to - at < 2 || data[at + 1] == 0x77) ? UNKNOWN : NONE;
    }
    if (data[at] != 0x0B || data[at + 1] != 0x77) {
      return NONE;
    }
    int bsid = bsid(data, at);
    if (bsid > LAST_EAC3_BSID) {
      return NONE;
    }
    int rate = data[at + 4] >> 6 & 3;
    if (bsid > LAST_AC3_BSID) {
      boolean isReserved = rate == 3 && (data[at + 4] >> 4 & 3) == 3;
      int size = (((data[at + 2] & 7) << 8 | data[at + 3] & 0xFF) + 1) * 2;
      return isReserved || size < HEADER_BYTES ? NONE : size;
    }
    int code = data[at + 4] & 63;
    if (rate == 3 || code >> 1 >= BITRATES.length) {
      return NONE;
    }
    int bitrate = BITRATES[code >> 1];
    return switch (rate) {
      case 0 -> bitrate * 4;
      case 1 -> (320 * bitrate / 147 + (code & 1)) * 2;
      default -> bitrate * 6;
    };
  }

  private static int bsid(byte[] data, int at) {
    return data[at + 5] >> 3 & 31;
  }

  private static boolean isExtended(byte[] data, int at) {
    return bsid(data, at) > LAST_AC3_BSID;
  }

  private static int streamType(byte[] data, int at) {
    return data[at + 2] >> 6 & 3;
  }

  private static int substream(byte[] data, int at) {
    return data[at + 2] >> 3 & 7;
  }

  private static int blocks(byte[] data, int at) {
    int code = data[at + 4] >> 4 & 3;
    return (data[at + 4] >> 6 & 3) == 3 ? 6 : BLOCKS[code];
  }

  @Override
  boolean read(byte[] data, int at, int end) {
    payload = data;
    payloadStart = at;
    payloadEnd = end;
    if (isExtended(data, at)) {
      readExtended(data, at, end);
    } else {
      readPlain(data, at, end);
    }
    return true;
  }

  private void readPlain(byte[] data, int at, int end) {
    samples = 6 * BLOCK_SAMPLES;
    BitReader bits = new BitReader(data, at + 4, end);
    int rate = bits.bits(2);
    int code = bits.bits(6);
    int bsid = bits.bits(5);
    int mode = bits.bits(3);
    int channels = bits.bits(3);
    if ((channels & 1) != 0 && channels != 1) {
      bits.skip(2);
    }
    if ((channels & 4) != 0) {
      bits.skip(2);
    }
    if (channels == 2) {
      bits.skip(2);
    }
    int lfe = bits.bit();
    int config = rate << 22 | bsid << 17 | mode << 14 | channels << 11 | lfe << 10 | code >> 1 << 5;
    if (config != formatKey) {
      formatKey = config;
      ByteWriter out = new ByteWriter();
      out.u8(config >> 16).u16(config);
      // Old frames at half or a quarter of the rate count as bsid 9 and 10.
      int sampleRate = SAMPLE_RATES[rate] >> Math.max(0, bsid - 8);
      format =
          new AudioFormat(
              "ac-3", "ac-3", sampleRate, CHANNELS[channels] + lfe, "dac3", out.toArray());
    }
  }

  private void readExtended(byte[] data, int at, int end) {
    int blocks = 0;
    int dependents = 0;
    int independents = 0;
    int locations = 0;
    double key = 17;
    for (int frame = at; frame < end; frame += syncFrameSize(data, frame, end)) {
      int type = streamType(data, frame);
      if (type == DEPENDENT) {
        dependents++;
        locations |= locations(data, frame, end);
      } else if (substream(data, frame) != 0) {
        independents++;
      } else {
        blocks += blocks(data, frame);
      }
      if (key < 1e9) {
        // Rate, channels, substreams: what the configuration is made of.
        key = key * 256 + (data[frame + 4] & 0xCF);
      }
    }
    samples = blocks * BLOCK_SAMPLES;
    key = key * 64 + dependents * 8 + independents;
    if (key != formatKey) {
      formatKey = key;
      format = extendedFormat(data, at, end, dependents, independents, locations);
    }
  }

  /** The body of {@code dec3} (annex F, section F.6.2), with the first programme's substreams. */
  private AudioFormat extendedFormat(
      byte[] data, int at, int end, int dependents, int independents, int locations) {
    BitReader bits = new BitReader(data, at + 4, end);
    int rate = bits.bits(2);
    int second = bits.bits(2);
    int sampleRate = rate == 3 ? SAMPLE_RATES[Math.min(2, second)] / 2 : SAMPLE_RATES[rate];
    int mode = bits.bits(3);
    int lfe = bits.bit();
    int bsid = bits.bits(5);
    int bitrate = (int) Math.min(8191, (end - at) * 8.0 * sampleRate / samples / 1000);
    ByteWriter out = new ByteWriter();
    out.u16(bitrate << 3);
    out.u8(rate << 6 | bsid << 1).u8(mode << 1 | lfe);
    if (dependents > 0) {
      out.u16(dependents << 9 | locations);
    } else {
      out.u8(0);
    }
    // The streams of further programmes go along in the samples; no browser plays them.
    int channels = CHANNELS[mode] + lfe;
    return new AudioFormat("ec-3", "ec-3", sampleRate, channels, "dec3", out.toArray());
  }

  /** {@code chan_loc} of a dependent substream, from its {@code chanmap} (section E.2.3.1.8). */
  private static int locations(byte[] data, int at, int end) {
    BitReader bits = new BitReader(data, at + 4, end);
    bits.skip(4);
    int mode = bits.bits(3);
    bits.skip(1 + 5);
    for (int i = mode == 0 ? 2 : 1; i > 0; i--) {
      bits.skip(5);
      if (bits.flag()) {
        bits.skip(8);
      }
    }
    return bits.flag() ? bits.bits(16) >> 5 & 0x1F : 0;
  }
}
