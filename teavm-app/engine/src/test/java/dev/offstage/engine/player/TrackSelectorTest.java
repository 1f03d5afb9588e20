package dev.offstage.engine.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.presentation.AdaptationSet;
import dev.offstage.engine.presentation.Format;
import dev.offstage.engine.presentation.Period;
import dev.offstage.engine.presentation.Presentation;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.presentation.SegmentAddressing;
import dev.offstage.engine.stream.TrackSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrackSelectorTest {
  private static final String AVC = "avc1.4d401f";
  private static final String AV1 = "av01.0.04M.08";

  @Test
  void withoutAWish_theMainTrackIsTaken() {
    TrackSelector selector =
        selector(
            period(audio("a", "en", "commentary"), audio("b", "fr"), audio("c", "de", "main")));
    assertEquals("c", chosen(selector, ""));
  }

  @Test
  void withoutAWishOrAMainTrack_theFirstWithoutARoleIsTaken() {
    TrackSelector selector =
        selector(period(audio("a", "en", "commentary"), audio("b", "fr"), audio("c", "de")));
    assertEquals("b", chosen(selector, ""));
  }

  @Test
  void language_outweighsRoles() {
    TrackSelector selector =
        selector(period(audio("a", "en", "main"), audio("b", "fr", "commentary")));
    assertEquals("b", chosen(selector, "fr"));
  }

  @Test
  void language_isMatchedByItsPrimarySubtag_butBetterInFull() {
    TrackSelector selector =
        selector(period(audio("a", "en"), audio("b", "pt-PT"), audio("c", "pt-BR")));
    assertEquals("c", chosen(selector, "pt-br"));
    assertEquals("b", chosen(selector, "pt"));
    assertEquals("b", chosen(selector, "PT-AO"));
    assertEquals("a", chosen(selector, "zh"));
  }

  @Test
  void theTrackAskedFor_outweighsItsLanguage() {
    TrackSelector selector = selector(period(audio("a", "en"), audio("b", "fr")));
    TrackSelection selection = selector.select(MediaType.AUDIO, "b", "en");
    assertEquals("b", selection.first().id());
  }

  @Test
  void laterPeriods_stayWithTheLanguageOfTheFirst() {
    TrackSelector selector =
        selector(
            period(audio("a", "en"), audio("b", "fr")),
            period(audio("x", "en"), audio("y", "fr")),
            period(),
            period(audio("z", "fr"), audio("w", "en")));
    TrackSelection selection = selector.select(MediaType.AUDIO, "b", "en");
    assertEquals("y", selection.inPeriod(1).id());
    assertNull(selection.inPeriod(2));
    assertEquals("z", selection.inPeriod(3).id());
  }

  @Test
  void unsupportedRepresentations_areLeftOut() {
    AdaptationSet set = video("v", AV1, AVC, "avc1.640028", "hvc1.1.6.L93.90");
    TrackSelector selector = selector(type -> type.contains("avc1"), period(set));
    List<Representation> kept =
        selector.select(MediaType.VIDEO, null, "").first().representations();
    assertEquals(List.of("v-1", "v-2"), kept.stream().map(Representation::id).toList());
  }

  @Test
  void codecsThatCannotBeSwitchedBetween_areNotMixed() {
    TrackSelector selector = selector(period(video("v", AV1, AVC, "av01.0.08M.08")));
    List<Representation> kept =
        selector.select(MediaType.VIDEO, null, "").first().representations();
    assertEquals(List.of("v-0", "v-2"), kept.stream().map(Representation::id).toList());
  }

  @Test
  void nothingSupported_isNoSelection() {
    TrackSelector selector = selector(type -> false, period(video("v", AVC)));
    assertNull(selector.select(MediaType.VIDEO, null, ""));
    assertTrue(selector.choices(MediaType.VIDEO).isEmpty());
    assertTrue(selector.offers(MediaType.VIDEO));
    assertFalse(selector.offers(MediaType.AUDIO));
  }

  @Test
  void samePreference_keepsTheCodecOfThePeriodBefore() {
    TrackSelector selector =
        selector(period(video("a", AVC)), period(video("b", AV1), video("c", AVC)));
    assertEquals("c", selector.select(MediaType.VIDEO, null, "").inPeriod(1).id());
  }

  @Test
  void typesToQuery_nameEachOnce() {
    TrackSelector selector = selector(period(video("v", AVC, AV1, AVC), audio("a", "en")));
    assertEquals(
        List.of(
            "video/mp4; codecs=\"" + AVC + '"',
            "video/mp4; codecs=\"" + AV1 + '"',
            "audio/mp4; codecs=\"mp4a.40.2\""),
        selector.typesToQuery());
  }

  private static String chosen(TrackSelector selector, String language) {
    return selector.select(MediaType.AUDIO, null, language).first().id();
  }

  private static TrackSelector selector(Period... periods) {
    return selector(type -> true, periods);
  }

  private static TrackSelector selector(Predicate<String> supports, Period... periods) {
    TrackSelector selector = new TrackSelector(new Presentation(60, List.of(periods)));
    List<String> types = selector.typesToQuery();
    boolean[] supported = new boolean[types.size()];
    for (int i = 0; i < supported.length; i++) {
      supported[i] = supports.test(types.get(i));
    }
    selector.setSupport(supported);
    return selector;
  }

  private static Period period(AdaptationSet... sets) {
    return new Period("p", 0, 20, List.of(sets));
  }

  private static AdaptationSet video(String id, String... codecs) {
    List<Representation> representations = new ArrayList<>();
    for (int i = 0; i < codecs.length; i++) {
      representations.add(representation(id + "-" + i, "video/mp4", codecs[i]));
    }
    return new AdaptationSet(id, MediaType.VIDEO, null, null, List.of(), representations);
  }

  private static AdaptationSet audio(String id, @Nullable String language, String... roles) {
    return new AdaptationSet(
        id,
        MediaType.AUDIO,
        language,
        null,
        List.of(roles),
        List.of(representation(id + "-0", "audio/mp4", "mp4a.40.2")));
  }

  private static Representation representation(String id, String mimeType, String codecs) {
    return new Representation(
        id,
        new Format(mimeType, codecs, 0, 0, 0, 0, 0),
        100_000,
        null,
        new SegmentAddressing.Indexed("https://a.example/" + id, new ByteRange(0, 9)),
        0);
  }
}
