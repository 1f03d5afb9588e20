package dev.offstage.engine.mpegts;

import dev.offstage.engine.util.Lists;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a transport stream apart: the first programme in which there is anything to play. Nothing
 * can go wrong: what is damaged is passed over.
 */
public final class TsDemuxer {
  /** How long a packet is. */
  public static final int PACKET_BYTES = 188;

  /** What each packet begins with. */
  public static final byte SYNC = 0x47;

  private static final int PIDS = 8192;
  private static final int PAT = 0;
  private static final int PAT_TABLE = 0;
  private static final int PMT_TABLE = 2;
  private static final int MAX_PROGRAMS = 64;

  /** What has to be known of the packets with one PID. */
  private static final class Pid {
    @Nullable SectionReader section;
    @Nullable PesReader pes;
    int counter = -1;
    byte @Nullable [] latestData;
    int latestFrom;
    int latestTo;

    boolean isDuplicate(byte[] data, int from, int to) {
      byte[] latest = latestData;
      if (latest == null || latestTo - latestFrom != to - from) {
        return false;
      }
      for (int i = 0; i < to - from; i++) {
        if (latest[latestFrom + i] != data[from + i]) {
          return false;
        }
      }
      return true;
    }

    void lost() {
      if (section != null) {
        section.lost();
      }
      if (pes != null) {
        pes.lost();
      }
    }
  }

  private final ProgramListener listener;
  private final @Nullable Pid[] pids = new Pid[PIDS];
  private final List<Pid> used = new ArrayList<>();
  private final int[] programs = new int[MAX_PROGRAMS];
  private int programCount;

  /** What has come of the next packet, or of two while packets are being looked for. */
  private byte[] rest = new byte[0];

  private boolean isInSync = true;
  private int program = -1;
  private double packets;
  private int skippedBytes;
  private double skippedBefore;
  private int lostPackets;
  private boolean isScrambled;

  /**
   * @param listener hears of programmes
   */
  public TsDemuxer(ProgramListener listener) {
    this.listener = listener;
    use(PAT).section = new SectionReader(PAT_TABLE, this::onPrograms);
  }

  /** Another segment begins: packets need not be counted on from the last one's. */
  public void restart() {
    rest = new byte[0];
    isInSync = true;
    for (Pid pid : used) {
      pid.counter = -1;
      pid.latestData = null;
      if (pid.pes != null) {
        pid.pes.end();
      }
      if (pid.section != null) {
        pid.section.lost();
      }
    }
  }

  /**
   * Takes more of the stream.
   *
   * @param data the array; not to be changed afterwards
   */
  public void push(byte[] data) {
    int at = 0;
    if (rest.length > 0) {
      int old = rest.length;
      int more = Math.min(data.length, PACKET_BYTES + 1);
      byte[] joined = new byte[old + more];
      System.arraycopy(rest, 0, joined, 0, old);
      System.arraycopy(data, 0, joined, old, more);
      int done = read(joined, 0, joined.length, old);
      if (done < old) {
        rest = tail(joined, done, joined.length);
        return;
      }
      at = done - old;
    }
    at = read(data, at, data.length, data.length);
    rest = tail(data, at, data.length);
  }

  /** Nothing more comes of the segment. */
  public void finish() {
    if (rest.length == PACKET_BYTES && rest[0] == SYNC) {
      packet(rest, 0);
    }
    rest = new byte[0];
    for (Pid pid : used) {
      if (pid.pes != null) {
        pid.pes.end();
      }
    }
  }

  /** How many packets there were. */
  public double packets() {
    return packets;
  }

  /** Where the packet began that is being handed out: bytes since the demuxer was made. */
  public double position() {
    return (packets - 1) * PACKET_BYTES + skippedBefore + skippedBytes;
  }

  /** How many bytes belonged to no packet, since the last call. */
  public int takeSkippedBytes() {
    int count = skippedBytes;
    skippedBefore += count;
    skippedBytes = 0;
    return count;
  }

  /** How often packets were missing, since the last call. */
  public int takeLosses() {
    int count = lostPackets;
    lostPackets = 0;
    return count;
  }

  /** Whether packets were encrypted by conditional access. */
  public boolean isScrambled() {
    return isScrambled;
  }

  private static byte[] tail(byte[] data, int from, int to) {
    byte[] copy = new byte[to - from];
    System.arraycopy(data, from, copy, 0, copy.length);
    return copy;
  }

  /** Reads the packets that begin before {@code limit}; returns where it got to. */
  private int read(byte[] data, int from, int to, int limit) {
    int at = from;
    while (at < limit) {
      if (data[at] != SYNC) {
        isInSync = false;
        skippedBytes++;
        at++;
      } else if (isInSync) {
        if (to - at < PACKET_BYTES) {
          return at;
        }
        packet(data, at);
        at += PACKET_BYTES;
      } else if (to - at <= PACKET_BYTES) {
        return at;
      } else if (data[at + PACKET_BYTES] == SYNC) {
        isInSync = true;
      } else {
        skippedBytes++;
        at++;
      }
    }
    return at;
  }

  /** Takes one packet (section 2.4.3.2). */
  private void packet(byte[] data, int at) {
    packets++;
    Pid pid = pids[(data[at + 1] & 31) << 8 | data[at + 2] & 0xFF];
    int flags = data[at + 3];
    if (pid == null || (flags & 0x10) == 0) {
      return;
    }
    boolean isDamaged = data[at + 1] < 0;
    boolean isContinuous = true;
    int from = at + 4;
    int to = at + PACKET_BYTES;
    if ((flags & 0x20) != 0) {
      int length = data[from] & 0xFF;
      isContinuous = length == 0 || data[from + 1] >= 0;
      from += 1 + length;
    }
    if (from >= to || isDamaged) {
      // What it held is missed when the next packet is counted.
      return;
    }
    int counter = flags & 15;
    if (pid.counter >= 0 && isContinuous && counter != (pid.counter + 1 & 15)) {
      if (counter != pid.counter) {
        lostPackets++;
        pid.lost();
      } else if (pid.isDuplicate(data, from, to)) {
        return;
      }
      // Packets that differ but all have the same number come from writers that do not count.
    }
    pid.counter = counter;
    pid.latestData = data;
    pid.latestFrom = from;
    pid.latestTo = to;
    boolean isStart = (data[at + 1] & 0x40) != 0;
    if ((flags & 0xC0) != 0) {
      isScrambled = true;
    } else if (pid.pes != null) {
      pid.pes.packet(data, from, to, isStart);
    } else if (pid.section != null) {
      pid.section.packet(data, from, to, isStart);
    }
  }

  private Pid use(int number) {
    Pid pid = pids[number];
    if (pid == null) {
      pid = new Pid();
      pids[number] = pid;
      used.add(pid);
    }
    return pid;
  }

  /** A programme association section has come (section 2.4.4.3). */
  private void onPrograms(byte[] section) {
    boolean isFirst = section[6] == 0;
    if (isFirst) {
      programCount = 0;
    }
    int end = section.length - 4;
    for (int at = 8; at + 4 <= end && programCount < MAX_PROGRAMS; at += 4) {
      int number = (section[at] & 0xFF) << 8 | section[at + 1] & 0xFF;
      int pid = (section[at + 2] & 31) << 8 | section[at + 3] & 0xFF;
      if (number != 0 && pid != PAT) {
        programs[programCount++] = number;
        Pid map = use(pid);
        if (map.section == null) {
          map.section = new SectionReader(PMT_TABLE, this::onMap);
        }
      }
    }
    if (isFirst && !hasProgram(program)) {
      program = -1;
    }
  }

  private boolean hasProgram(int number) {
    for (int i = 0; i < programCount; i++) {
      if (programs[i] == number) {
        return true;
      }
    }
    return false;
  }

  private void onMap(byte[] section) {
    if (section.length < 16) {
      return;
    }
    ProgramMap map = ProgramMap.read(section);
    if (!hasProgram(map.program())) {
      return;
    }
    if (program < 0 && map.hasMedia()) {
      program = map.program();
    }
    if (program != map.program()) {
      return;
    }
    List<@Nullable PesConsumer> consumers = listener.onProgram(map.streams());
    for (Pid pid : used) {
      PesReader reader = pid.pes;
      if (reader != null && Lists.indexOfSame(consumers, reader.consumer) < 0) {
        reader.end();
        pid.pes = null;
      }
    }
    for (int i = 0; i < consumers.size(); i++) {
      PesConsumer consumer = consumers.get(i);
      if (consumer != null) {
        Pid pid = use(map.streams().get(i).pid());
        if (pid.pes == null || pid.pes.consumer != consumer) {
          pid.pes = new PesReader(consumer);
        }
      }
    }
  }
}
