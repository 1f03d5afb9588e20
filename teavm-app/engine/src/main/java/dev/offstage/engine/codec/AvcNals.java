package dev.offstage.engine.codec;

import dev.offstage.engine.util.ByteWriter;
import dev.offstage.engine.util.Hex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The NAL units of H.264 (ITU-T H.264, sections 7.3.1, 7.3.3 and 7.4.1.2.3). */
public final class AvcNals implements VideoNals {
  private static final int SLICE = 1;
  private static final int PARTITION_A = 2;
  private static final int PARTITION_C = 4;
  private static final int IDR = 5;
  private static final int SEI = 6;
  private static final int SPS = 7;
  private static final int PPS = 8;
  private static final int DELIMITER = 9;
  private static final int END_OF_SEQUENCE = 10;
  private static final int END_OF_STREAM = 11;
  private static final int FILLER = 12;
  private static final int RECOVERY_POINT = 6;
  private static final int SLICE_HEADER_BYTES = 24;

  private final ParameterSets spsSets = new ParameterSets();
  private final ParameterSets ppsSets = new ParameterSets();
  private final @Nullable AvcSps[] spsById = new AvcSps[32];
  private final int[] spsOfPps = new int[256];

  /** The set that the latest picture refers to. */
  private @Nullable AvcSps active;

  private boolean stale;
  private boolean hasRecoveryPoint;
  private boolean hasSps;

  private int lastFrameNum = -1;

  /** The parity of the first field whose second one may follow: 0 top, 1 bottom, -1 none. */
  private int openField = -1;

  @Override
  public int inspect(byte[] data, int from, int to) {
    if (to <= from) {
      return LEFT_OUT;
    }
    int type = data[from] & 31;
    switch (type) {
      case SLICE, PARTITION_A, IDR:
        return slice(data, from, to, type);
      case SPS:
        hasSps = true;
        return STARTS_ACCESS_UNIT | (isNewSps(data, from, to) ? 0 : LEFT_OUT);
      case PPS:
        return STARTS_ACCESS_UNIT | (isNewPps(data, from, to) ? 0 : LEFT_OUT);
      case SEI:
        hasRecoveryPoint |= isRecoveryPoint(data, from, to);
        return STARTS_ACCESS_UNIT;
      case DELIMITER:
        return STARTS_ACCESS_UNIT | LEFT_OUT;
      case END_OF_SEQUENCE, END_OF_STREAM, FILLER:
        return LEFT_OUT;
      default:
        if (type > PARTITION_A && type <= PARTITION_C) {
          return PICTURE;
        }
        return type >= 14 && type <= 18 ? STARTS_ACCESS_UNIT : 0;
    }
  }

  private boolean isNewSps(byte[] data, int from, int to) {
    AvcSps read = AvcSps.read(data, from, to);
    if (read == null) {
      return false;
    }
    boolean isNew = spsSets.put(read.id(), data, from, to);
    if (isNew) {
      spsById[read.id()] = read;
      stale = true;
    }
    return isNew;
  }

  private boolean isNewPps(byte[] data, int from, int to) {
    byte[] payload = NalUnits.unescape(data, from + 1, to, 8);
    BitReader bits = new BitReader(payload, 0, payload.length);
    int id = bits.ue();
    int spsId = bits.ue();
    if (bits.isOverrun() || id >= spsOfPps.length || spsId >= spsById.length) {
      return false;
    }
    spsOfPps[id] = spsId;
    boolean isNew = ppsSets.put(id, data, from, to);
    stale |= isNew;
    return isNew;
  }

  private int slice(byte[] data, int from, int to, int type) {
    byte[] header = NalUnits.unescape(data, from + 1, to, SLICE_HEADER_BYTES);
    BitReader bits = new BitReader(header, 0, header.length);
    boolean isFirst = bits.ue() == 0;
    int sliceType = bits.ue();
    int ppsId = bits.ue();
    if (!isFirst) {
      return PICTURE;
    }
    int parity = -1;
    int frameNum = -1;
    AvcSps set = ppsId < spsOfPps.length ? spsById[spsOfPps[ppsId]] : null;
    if (set != active) {
      active = set;
      stale = true;
    }
    if (set != null) {
      if (set.separatePlanes()) {
        bits.skip(2);
      }
      frameNum = bits.bits(set.frameNumBits());
      if (!set.framesOnly() && bits.flag()) {
        parity = bits.bit();
      }
    }
    boolean isSecond = parity >= 0 && openField == 1 - parity && frameNum == lastFrameNum;
    openField = isSecond ? -1 : parity;
    lastFrameNum = frameNum;
    boolean isIntra = sliceType % 5 == 2 || sliceType % 5 == 4;
    int flags = PICTURE | STARTS_ACCESS_UNIT;
    if (type == IDR) {
      flags |= KEY | CLOSED;
    } else if (isIntra && (hasRecoveryPoint || hasSps)) {
      // An open group of pictures: encoders that never send a second IDR mark its start like this.
      flags |= KEY;
    }
    hasRecoveryPoint = false;
    hasSps = false;
    return isSecond ? flags & ~KEY & ~CLOSED | SECOND_FIELD : flags;
  }

  /** Goes through the messages (section 7.3.2.3.1). */
  private static boolean isRecoveryPoint(byte[] data, int from, int to) {
    int at = from + 1;
    while (at + 1 < to) {
      int type = 0;
      while (at < to && data[at] == -1) {
        type += 255;
        at++;
      }
      type += at < to ? data[at++] & 0xFF : 0;
      int size = 0;
      while (at < to && data[at] == -1) {
        size += 255;
        at++;
      }
      size += at < to ? data[at++] & 0xFF : 0;
      if (type == RECOVERY_POINT) {
        // recovery_frame_cnt is 0 if its first bit is set.
        return at < to && data[at] < 0;
      }
      at += size;
    }
    return false;
  }

  @Override
  public boolean isFormatStale() {
    return stale;
  }

  @Override
  public @Nullable VideoFormat format() {
    stale = false;
    AvcSps set = active;
    List<byte[]> all = spsSets.all();
    if (set == null || ppsSets.all().isEmpty()) {
      return null;
    }
    String codec =
        "avc1."
            + Hex.ofByte(set.profile())
            + Hex.ofByte(set.constraints())
            + Hex.ofByte(set.level());
    return new VideoFormat(
        codec,
        "avc1",
        set.width(),
        set.height(),
        set.aspect().width,
        set.aspect().height,
        set.framesPerSecond(),
        "avcC",
        config(set, all, ppsSets.all()));
  }

  private static void write(ByteWriter out, List<byte[]> sets, int count) {
    for (int i = 0; i < count; i++) {
      byte[] set = sets.get(i);
      out.u16(set.length).bytes(set, 0, set.length);
    }
  }

  /** The body of {@code avcC} (ISO/IEC 14496-15, section 5.3.3.1). */
  private static byte[] config(AvcSps sps, List<byte[]> spsSets, List<byte[]> ppsSets) {
    int spsCount = Math.min(31, spsSets.size());
    int ppsCount = Math.min(255, ppsSets.size());
    ByteWriter out = new ByteWriter();
    out.u8(1).u8(sps.profile()).u8(sps.constraints()).u8(sps.level());
    out.u8(0xFC | 3).u8(0xE0 | spsCount);
    write(out, spsSets, spsCount);
    out.u8(ppsCount);
    write(out, ppsSets, ppsCount);
    if (AvcSps.hasChromaFormat(sps.profile())) {
      out.u8(0xFC | sps.chromaFormat());
      out.u8(0xF8 | sps.lumaBits() - 8).u8(0xF8 | sps.chromaBits() - 8).u8(0);
    }
    return out.toArray();
  }
}
