package dev.offstage.engine.transmux;

import dev.offstage.engine.codec.NalUnits;
import dev.offstage.engine.codec.VideoFormat;
import dev.offstage.engine.codec.VideoNals;
import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.mp4.SampleTable;
import dev.offstage.engine.mpegts.PesConsumer;
import dev.offstage.engine.util.ByteWriter;
import org.jspecify.annotations.Nullable;

/**
 * Makes samples of a byte stream of NAL units. The stream is taken as a whole: access units may
 * span packets and packets may hold several, with delimiters between them or without.
 */
final class VideoTrack implements PesConsumer {
  private static final int MAX_WAITING_BYTES = 32 << 20;

  /** Times farther apart have nothing to do with each other. */
  private static final double LEAP_TICKS = 10.0 * Timeline.RATE;

  /** No standard lets more pictures wait for their turn. */
  private static final int MAX_REORDERED = 16;

  private static final double DEFAULT_FRAME_TICKS = Timeline.RATE / 30.0;

  private final VideoNals nals;
  private final Timeline timeline;
  private final Output output;
  private final FragmentMaker fragments;
  private final SampleTable samples;
  private final ByteWriter stream = new ByteWriter(65536);
  private final Marks marks = new Marks();

  /** Up to where no start code begins. */
  private int searched;

  /** The header of the NAL unit whose end is being looked for, or -1. */
  private int openNal = -1;

  private boolean isUnitOpen;
  private boolean isUnitDamaged;
  private int unitFlags;
  private double unitShow;
  private double unitDecode;

  private @Nullable VideoFormat format;
  private @Nullable VideoFormat announced;
  private boolean needsKey = true;
  private double firstShownTicks = Double.NEGATIVE_INFINITY;
  private boolean dropsLeading;
  private boolean isLastAdded;
  private boolean isReorderedWithoutDecodeTimes;
  private boolean hasDecodeTimes;
  private double lastDecode = Double.NaN;
  private double lastShow = Double.NaN;
  private double frameTicks = Double.NaN;

  VideoTrack(VideoNals nals, Timeline timeline, Output output) {
    this.nals = nals;
    this.timeline = timeline;
    this.output = output;
    fragments = new FragmentMaker(MediaType.VIDEO, output);
    samples = fragments.samples;
  }

  /** Another segment begins. */
  void begin(boolean isContiguous) {
    stream.truncate(0);
    marks.clear();
    searched = 0;
    openNal = -1;
    isUnitOpen = false;
    isUnitDamaged = false;
    unitFlags = 0;
    samples.removeFirst(samples.count());
    samples.dropLoose();
    isLastAdded = false;
    if (!isContiguous) {
      needsKey = true;
      announced = null;
      lastDecode = Double.NaN;
      isReorderedWithoutDecodeTimes = false;
      hasDecodeTimes = false;
    }
  }

  @Override
  public void onStart(double showTicks, double decodeTicks) {
    // What is there is searched when the next data has come, which ends the last NAL unit.
    if (!Double.isNaN(showTicks)) {
      double decode = timeline.unroll(decodeTicks);
      double show = timeline.unroll(showTicks);
      hasDecodeTimes |= show != decode;
      marks.add(stream.size(), show, decode);
    }
  }

  @Override
  public void onData(byte[] data, int from, int to) {
    stream.bytes(data, from, to);
    if (marks.has(stream.size() - (to - from)) || stream.size() > MAX_WAITING_BYTES) {
      search();
    }
  }

  @Override
  public void onEnd() {}

  @Override
  public void onLost() {
    search();
    endNal();
    isUnitDamaged |= isUnitOpen;
  }

  /**
   * Hands out what is complete.
   *
   * @param isLast whether nothing more comes of the segment
   */
  void drain(boolean isLast) {
    search();
    if (isLast) {
      endNal();
      marks.clear();
      closeUnit();
      flush(samples.count());
    } else if (isReorderedWithoutDecodeTimes) {
      flush(lastKey());
    } else {
      flush(latestShown());
    }
  }

  /**
   * What has come before it is handed out. The picture itself stays, and so do those behind it:
   * others may still come that are shown before it, and without them the last picture that is
   * handed out would last too long; how long this one lasts is not known either.
   */
  private int latestShown() {
    int latest = 0;
    for (int i = 1; i < samples.count(); i++) {
      if (samples.showTicks(i) > samples.showTicks(latest)) {
        latest = i;
      }
    }
    return latest;
  }

  /** What has come of the open NAL unit is all of it. */
  private void endNal() {
    if (openNal >= 0) {
      onNal(stream.array(), openNal, stream.size());
    }
    openNal = -1;
    marks.shift(stream.size());
    stream.truncate(0);
    searched = 0;
  }

  private int lastKey() {
    int last = samples.count() - 1;
    while (last > 0 && !samples.isKey(last)) {
      last--;
    }
    return last;
  }

  private void search() {
    byte[] data = stream.array();
    int size = stream.size();
    int code = NalUnits.findStartCode(data, searched, size);
    while (code >= 0) {
      if (openNal >= 0) {
        onNal(data, openNal, code);
      }
      openNal = code + 3;
      searched = openNal;
      code = NalUnits.findStartCode(data, searched, size);
    }
    searched = Math.max(searched, size - 2);
    if (size - Math.max(openNal, 0) > MAX_WAITING_BYTES) {
      // No picture is that large.
      openNal = -1;
    }
    int done = openNal >= 0 ? openNal : searched;
    if (done > 0) {
      stream.discard(done);
      marks.shift(done);
      searched -= done;
      openNal = openNal < 0 ? -1 : 0;
    }
  }

  private void onNal(byte[] data, int from, int end) {
    int to = end;
    while (to > from && data[to - 1] == 0) {
      to--;
    }
    int flags = nals.inspect(data, from, to);
    boolean hasPicture = (unitFlags & VideoNals.PICTURE) != 0;
    boolean isMarked = marks.has(from);
    if (isUnitOpen
        && hasPicture
        && ((flags & VideoNals.STARTS_ACCESS_UNIT) != 0
            || isMarked && marks.peekShow(from) != unitShow)) {
      closeUnit();
    } else if (isUnitOpen && isMarked) {
      // The same picture goes on in another packet.
      marks.take(from);
    }
    if (!isUnitOpen) {
      openUnit(from);
    }
    if ((flags & VideoNals.LEFT_OUT) == 0) {
      samples.data().u32(to - from).bytes(data, from, to);
    }
    boolean isPicture = (flags & VideoNals.PICTURE) != 0;
    if (isPicture && (unitFlags & VideoNals.PICTURE) == 0) {
      // Its first slice is missing.
      isUnitDamaged |= (flags & VideoNals.STARTS_ACCESS_UNIT) == 0;
    }
    unitFlags |= flags;
    if ((flags & VideoNals.KEY) != 0 && nals.isFormatStale()) {
      format = nals.format();
    }
  }

  private void openUnit(int position) {
    isUnitOpen = true;
    if (marks.take(position)) {
      unitShow = marks.show();
      unitDecode = marks.decode();
    } else {
      unitShow = Double.NaN;
      unitDecode = Double.NaN;
    }
  }

  private void closeUnit() {
    int flags = unitFlags;
    boolean isDamaged = isUnitDamaged;
    isUnitOpen = false;
    isUnitDamaged = false;
    unitFlags = 0;
    if (addUnit(flags, isDamaged)) {
      isLastAdded = true;
    } else {
      samples.dropLoose();
      isLastAdded = false;
    }
  }

  /** Makes a sample of the data of an access unit; returns false if it is to be dropped. */
  private boolean addUnit(int flags, boolean isDamaged) {
    if ((flags & VideoNals.PICTURE) == 0) {
      return false;
    }
    if ((flags & VideoNals.SECOND_FIELD) != 0) {
      if (isLastAdded && !isDamaged && samples.count() > 0) {
        samples.extendLast();
        return true;
      }
      return false;
    }
    boolean isKey = (flags & VideoNals.KEY) != 0;
    if (isDamaged) {
      output.notice(Notice.Kind.PICTURES_DAMAGED, 1);
      needsKey |= isKey;
      return false;
    }
    if (needsKey && !isKey) {
      output.notice(Notice.Kind.PICTURES_BEFORE_KEY, 1);
      return false;
    }
    VideoFormat current = format;
    if (current == null) {
      output.notice(Notice.Kind.FORMAT_UNSUPPORTED, 1);
      return false;
    }
    double frame = frameTicks();
    double decode = Double.isNaN(unitShow) ? lastDecode + frame : unitDecode;
    double show = Double.isNaN(unitShow) ? lastShow + frame : unitShow;
    if (Double.isNaN(decode)) {
      // Not a single timestamp yet.
      output.notice(Notice.Kind.PICTURES_BEFORE_KEY, 1);
      return false;
    }
    if (isKey) {
      dropsLeading = needsKey && (flags & VideoNals.CLOSED) == 0;
      firstShownTicks = show;
      needsKey = false;
    } else if (dropsLeading
        && (show < firstShownTicks || (flags & VideoNals.SKIPPED_LEADING) != 0)) {
      output.notice(Notice.Kind.PICTURES_BEFORE_KEY, 1);
      return false;
    }
    if (isKey && current != announced) {
      announce(current);
    }
    if (decode > lastDecode && decode - lastDecode < Timeline.RATE) {
      frameTicks = decode - lastDecode;
    }
    isReorderedWithoutDecodeTimes |= !hasDecodeTimes && show < lastShow;
    lastDecode = decode;
    lastShow = show;
    samples.add(Math.floor(decode + 0.5), Math.floor(show + 0.5), isKey);
    return true;
  }

  private double frameTicks() {
    if (!Double.isNaN(frameTicks)) {
      return frameTicks;
    }
    VideoFormat current = format;
    return current == null || Double.isNaN(current.framesPerSecond())
        ? DEFAULT_FRAME_TICKS
        : Timeline.RATE / current.framesPerSecond();
  }

  /** What follows is of another format, or comes to a decoder that knows none yet. */
  private void announce(VideoFormat current) {
    flush(samples.count());
    announced = current;
    output.add(TrackInit.of(current, null));
  }

  /** Hands out the first samples: in one fragment, unless their times leap. */
  private void flush(int count) {
    int left = count;
    while (left > 0) {
      int run = 1;
      while (run < samples.count() && !isLeap(run)) {
        run++;
      }
      boolean isCut = run < samples.count();
      int size = Math.min(run, left);
      putInOrder(size);
      double last = samples.decodeTicks(size - 1);
      boolean isNextKnown = size < run && samples.decodeTicks(size) > last;
      double end = isNextKnown ? samples.decodeTicks(size) : last + Math.ceil(frameTicks());
      if (isCut && size == run) {
        output.notice(Notice.Kind.TIME_LEAP, 1);
      }
      fragments.make(size, end, Timeline.RATE);
      left -= size;
    }
  }

  private boolean isLeap(int sample) {
    double step = samples.decodeTicks(sample) - samples.decodeTicks(sample - 1);
    return step > LEAP_TICKS || step < -LEAP_TICKS;
  }

  /** Sees to it that decoding times increase. Where there are none, they are those of showing. */
  private void putInOrder(int count) {
    for (int i = 1; i < count; i++) {
      double ticks = samples.decodeTicks(i);
      int at = i;
      while (at > 0 && i - at < MAX_REORDERED && samples.decodeTicks(at - 1) > ticks) {
        samples.setDecodeTicks(at, samples.decodeTicks(at - 1));
        at--;
      }
      samples.setDecodeTicks(at, ticks);
    }
    for (int i = 1; i < count; i++) {
      double least = samples.decodeTicks(i - 1) + 1;
      samples.setDecodeTicks(i, Math.max(least, samples.decodeTicks(i)));
    }
  }
}
