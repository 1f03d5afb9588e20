package dev.offstage.engine.codec;

import dev.offstage.engine.util.ByteWriter;
import dev.offstage.engine.util.Hex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The NAL units of H.265 (ITU-T H.265, sections 7.3.1, 7.4.2.2 and 7.4.2.4.4). */
public final class HevcNals implements VideoNals {
  private static final int RASL_N = 8;
  private static final int RASL_R = 9;
  private static final int BLA_W_LP = 16;
  private static final int IDR_W_RADL = 19;
  private static final int IDR_N_LP = 20;
  private static final int LAST_IRAP = 23;
  private static final int VPS = 32;
  private static final int SPS = 33;
  private static final int PPS = 34;
  private static final int DELIMITER = 35;
  private static final int FILLER = 38;
  private static final int PREFIX_SEI = 39;
  private static final int FIRST_OTHER = 41;

  private final ParameterSets vpsSets = new ParameterSets();
  private final ParameterSets spsSets = new ParameterSets();
  private final ParameterSets ppsSets = new ParameterSets();
  private @Nullable HevcSps sps;
  private boolean stale;

  @Override
  public int inspect(byte[] data, int from, int to) {
    if (to - from < 3) {
      return LEFT_OUT;
    }
    int type = data[from] >> 1 & 63;
    int layer = (data[from] & 1) << 5 | data[from + 1] >> 3 & 31;
    if (layer > 0) {
      // Enhancement layers are for decoders that no browser has.
      return LEFT_OUT;
    }
    if (type < VPS) {
      return slice(type, data[from + 2] < 0);
    }
    switch (type) {
      case VPS:
        return STARTS_ACCESS_UNIT | keep(vpsSets, (data[from + 2] & 0xFF) >> 4, data, from, to);
      case SPS:
        HevcSps read = HevcSps.read(data, from, to);
        if (read == null) {
          return STARTS_ACCESS_UNIT | LEFT_OUT;
        }
        int flags = keep(spsSets, read.id(), data, from, to);
        if (flags == 0 || sps == null || sps.id() != read.id()) {
          sps = read;
          stale = true;
        }
        return STARTS_ACCESS_UNIT | flags;
      case PPS:
        byte[] payload = NalUnits.unescape(data, from + 2, to, 4);
        int id = new BitReader(payload, 0, payload.length).ue();
        return STARTS_ACCESS_UNIT | (id > 63 ? LEFT_OUT : keep(ppsSets, id, data, from, to));
      case DELIMITER:
        return STARTS_ACCESS_UNIT | LEFT_OUT;
      case PREFIX_SEI:
        return STARTS_ACCESS_UNIT;
      default:
        if (type > DELIMITER && type <= FILLER) {
          return LEFT_OUT;
        }
        boolean startsUnit = type >= FIRST_OTHER && type <= 44 || type >= 48 && type <= 55;
        return startsUnit ? STARTS_ACCESS_UNIT : 0;
    }
  }

  private int keep(ParameterSets sets, int id, byte[] data, int from, int to) {
    boolean isNew = sets.put(id, data, from, to);
    stale |= isNew;
    return isNew ? 0 : LEFT_OUT;
  }

  private static int slice(int type, boolean isFirst) {
    int flags = isFirst ? PICTURE | STARTS_ACCESS_UNIT : PICTURE;
    if (type >= BLA_W_LP && type <= LAST_IRAP) {
      boolean isIdr = type == IDR_W_RADL || type == IDR_N_LP;
      return flags | KEY | (isIdr ? CLOSED : 0);
    }
    return type == RASL_N || type == RASL_R ? flags | SKIPPED_LEADING : flags;
  }

  @Override
  public boolean isFormatStale() {
    return stale;
  }

  @Override
  public @Nullable VideoFormat format() {
    stale = false;
    HevcSps set = sps;
    if (set == null || ppsSets.all().isEmpty() || vpsSets.all().isEmpty()) {
      return null;
    }
    return new VideoFormat(
        codec(set.profileTierLevel()),
        "hvc1",
        set.width(),
        set.height(),
        set.aspect().width,
        set.aspect().height,
        set.framesPerSecond(),
        "hvcC",
        config(set));
  }

  /** The codec string (ISO/IEC 14496-15, section E.3). */
  private static String codec(byte[] general) {
    StringBuilder out = new StringBuilder("hvc1.");
    int space = general[0] >> 6 & 3;
    if (space > 0) {
      out.append((char) ('A' + space - 1));
    }
    out.append(general[0] & 31);
    int compatibility = 0;
    for (int i = 0; i < 32; i++) {
      compatibility |= (general[1 + (i >> 3)] >> (7 - (i & 7)) & 1) << i;
    }
    out.append('.').append(Hex.shortest(compatibility));
    out.append((general[0] & 0x20) == 0 ? ".L" : ".H").append(general[11] & 0xFF);
    int last = 10;
    while (last > 4 && general[last] == 0) {
      last--;
    }
    for (int i = 5; i <= last; i++) {
      out.append('.').append(Hex.shortest(general[i] & 0xFF));
    }
    return out.toString();
  }

  /** The body of {@code hvcC} (ISO/IEC 14496-15, section 8.3.3.1). */
  private byte[] config(HevcSps set) {
    ByteWriter out = new ByteWriter();
    out.u8(1).bytes(set.profileTierLevel(), 0, 12);
    out.u16(0xF000).u8(0xFC).u8(0xFC | set.chromaFormat());
    out.u8(0xF8 | set.lumaBits() - 8).u8(0xF8 | set.chromaBits() - 8).u16(0);
    int nested = set.temporalIdNested() ? 4 : 0;
    out.u8(set.temporalLayers() << 3 | nested | 3).u8(3);
    array(out, VPS, vpsSets.all());
    array(out, SPS, spsSets.all());
    array(out, PPS, ppsSets.all());
    return out.toArray();
  }

  private static void array(ByteWriter out, int type, List<byte[]> sets) {
    // The first bit says that the array is complete, as hvc1 demands.
    out.u8(0x80 | type).u16(sets.size());
    for (byte[] set : sets) {
      out.u16(set.length).bytes(set, 0, set.length);
    }
  }
}
