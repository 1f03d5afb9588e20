package dev.offstage.e2e.media;

/** The test media as a {@code MediaServer} serves them, and the frame numbers in their pictures. */
public final class TestMedia {
  /** Three video renditions (0 to 2), two languages, 40 s. */
  public static final String LADDER = "/media/ladder/manifest.mpd";

  /** One video rendition of about 1 Mbit/s, with sound. */
  public static final String LADDER_480P = "/media/ladder/480p.mpd";

  /** One video rendition of about 1 Mbit/s, without sound. */
  public static final String LADDER_480P_VIDEO = "/media/ladder/480p-video.mpd";

  /** One video rendition of about 0.3 Mbit/s, with sound. */
  public static final String LADDER_240P = "/media/ladder/240p.mpd";

  /** English and French, without video. */
  public static final String LADDER_AUDIO = "/media/ladder/audio.mpd";

  /** Hertz. */
  public static final double ENGLISH_TONE = 440;

  /** Hertz. */
  public static final double FRENCH_TONE = 880;

  private static final int FRAMES_PER_SECOND = 25;

  private TestMedia() {}

  /** The number of the frame that is on the screen at this time, in seconds. */
  public static int frameAt(double time) {
    return (int) Math.floor(time * FRAMES_PER_SECOND + 1e-6);
  }

  /** The middle of a frame's time, in seconds: a seek there cannot be rounded to a neighbour. */
  public static double middleOf(int frame) {
    return (frame + 0.5) / FRAMES_PER_SECOND;
  }

  /** The path of a segment of the ladder, counted from 1; each lasts 2 s. */
  public static String ladderSegment(String representation, int number) {
    return String.format("/media/ladder/%s/%05d.m4s", representation, number);
  }
}
