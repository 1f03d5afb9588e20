package dev.offstage.engine.mpegts;

/** Puts the packets of one elementary stream together (ISO/IEC 13818-1, section 2.4.3.6). */
final class PesReader {
  private static final int FIXED_BYTES = 9;
  private static final int MAX_HEADER_BYTES = FIXED_BYTES + 255;
  private static final int UNBOUNDED = -1;

  private enum State {
    IDLE,
    HEADER,
    PAYLOAD
  }

  final PesConsumer consumer;
  private final byte[] header = new byte[MAX_HEADER_BYTES];
  private int headerLength;
  private State state = State.IDLE;
  private int remaining;

  PesReader(PesConsumer consumer) {
    this.consumer = consumer;
  }

  /** Takes the payload of a transport packet. */
  void packet(byte[] data, int from, int to, boolean isStart) {
    int at = from;
    if (isStart) {
      end();
      state = State.HEADER;
      headerLength = 0;
    }
    if (state == State.HEADER) {
      at = readHeader(data, from, to);
    }
    if (state == State.PAYLOAD && at < to) {
      int count = remaining == UNBOUNDED ? to - at : Math.min(remaining, to - at);
      if (count > 0) {
        consumer.onData(data, at, at + count);
      }
      if (remaining != UNBOUNDED) {
        remaining -= count;
      }
      if (remaining == 0) {
        end();
      }
    }
  }

  /** Packets of the stream were lost. */
  void lost() {
    if (state == State.PAYLOAD) {
      consumer.onLost();
    } else {
      state = State.IDLE;
    }
  }

  /** Nothing more belongs to the packet. */
  void end() {
    if (state == State.PAYLOAD) {
      consumer.onEnd();
    }
    state = State.IDLE;
  }

  /** Takes as much as belongs to the header; returns where it ends. */
  private int readHeader(byte[] data, int from, int to) {
    int at = from;
    while (at < to) {
      int wanted = headerLength < FIXED_BYTES ? FIXED_BYTES : FIXED_BYTES + (header[8] & 0xFF);
      int count = Math.min(wanted - headerLength, to - at);
      System.arraycopy(data, at, header, headerLength, count);
      headerLength += count;
      at += count;
      if (headerLength == FIXED_BYTES && !isSound()) {
        state = State.IDLE;
        return to;
      }
      if (headerLength >= FIXED_BYTES && headerLength == FIXED_BYTES + (header[8] & 0xFF)) {
        start();
        return at;
      }
    }
    return at;
  }

  /** Whether the header is one, and of a stream that has a header like this (table 2-21). */
  private boolean isSound() {
    int id = header[3] & 0xFF;
    boolean isPlain =
        switch (id) {
          case 0xBC, 0xBE, 0xBF, 0xF0, 0xF1, 0xF2, 0xF8, 0xFF -> true;
          default -> false;
        };
    return header[0] == 0
        && header[1] == 0
        && header[2] == 1
        && !isPlain
        && (header[6] & 0xC0) == 0x80
        && (header[6] & 0x30) == 0;
  }

  private void start() {
    int length = (header[4] & 0xFF) << 8 | header[5] & 0xFF;
    remaining = length == 0 ? UNBOUNDED : length - (headerLength - 6);
    if (remaining < UNBOUNDED || length != 0 && remaining <= 0) {
      state = State.IDLE;
      return;
    }
    state = State.PAYLOAD;
    int flags = header[7] >> 6 & 3;
    double show = flags >= 2 && headerLength >= 14 ? timestamp(9) : Double.NaN;
    double decode = flags == 3 && headerLength >= 19 ? timestamp(14) : show;
    consumer.onStart(show, decode);
  }

  private double timestamp(int at) {
    int middle = (header[at + 1] & 0xFF) << 7 | (header[at + 2] & 0xFF) >> 1;
    int low = (header[at + 3] & 0xFF) << 7 | (header[at + 4] & 0xFF) >> 1;
    return (header[at] >> 1 & 7) * 1073741824.0 + middle * 32768.0 + low;
  }
}
