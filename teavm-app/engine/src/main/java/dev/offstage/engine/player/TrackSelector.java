package dev.offstage.engine.player;

import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.presentation.AdaptationSet;
import dev.offstage.engine.presentation.Format;
import dev.offstage.engine.presentation.Period;
import dev.offstage.engine.presentation.Presentation;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.stream.CodecFamily;
import dev.offstage.engine.stream.TrackSelection;
import dev.offstage.engine.util.Ascii;
import dev.offstage.engine.util.Lists;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what to play from what there is and what the browser can decode. Without side effects.
 */
final class TrackSelector {
  private final Presentation presentation;
  private final List<String> types = new ArrayList<>();
  private final Map<String, Boolean> supportByType = new HashMap<>();

  TrackSelector(Presentation presentation) {
    this.presentation = presentation;
    for (Period period : presentation.periods()) {
      for (AdaptationSet set : period.adaptationSets()) {
        if (set.type() != MediaType.TEXT) {
          for (Representation representation : set.representations()) {
            String type = representation.format().contentType();
            if (supportByType.put(type, false) == null) {
              types.add(type);
            }
          }
        }
      }
    }
  }

  /** The types to ask the MediaSource about. */
  List<String> typesToQuery() {
    return types;
  }

  /** Whether the manifest has tracks of a type, playable or not. */
  boolean offers(MediaType type) {
    for (Period period : presentation.periods()) {
      for (AdaptationSet set : period.adaptationSets()) {
        if (set.type() == type) {
          return true;
        }
      }
    }
    return false;
  }

  /** Notes the answers to {@link #typesToQuery}, in the same order. */
  void setSupport(boolean[] supported) {
    int i = 0;
    for (String type : types) {
      supportByType.put(type, supported[i++]);
    }
  }

  /**
   * The playable tracks of a type in the first period that has any: what a viewer may choose from.
   */
  List<AdaptationSet> choices(MediaType type) {
    for (Period period : presentation.periods()) {
      List<AdaptationSet> playable = playable(period, type);
      if (!playable.isEmpty()) {
        return playable;
      }
    }
    return List.of();
  }

  /**
   * Chooses a track of a type for every period.
   *
   * @param preferredId the id of the set to take where there is one, or null
   * @param language preferred language, BCP 47; empty for none
   * @return the selection, or null if no period has a playable track of the type
   */
  @Nullable TrackSelection select(MediaType type, @Nullable String preferredId, String language) {
    List<@Nullable AdaptationSet> chosen = new ArrayList<>();
    AdaptationSet before = null;
    for (Period period : presentation.periods()) {
      AdaptationSet set = best(playable(period, type), preferredId, language, before);
      chosen.add(set);
      if (set != null) {
        before = set;
      }
    }
    return before == null ? null : new TrackSelection(chosen);
  }

  private List<AdaptationSet> playable(Period period, MediaType type) {
    List<AdaptationSet> playable = new ArrayList<>();
    for (AdaptationSet set : period.adaptationSets()) {
      if (set.type() == type) {
        List<Representation> kept = playableTogether(set);
        if (!kept.isEmpty()) {
          playable.add(set.withRepresentations(kept));
        }
      }
    }
    return playable;
  }

  /** The Representations that can be decoded, and switched between without another codec. */
  private List<Representation> playableTogether(AdaptationSet set) {
    List<Representation> kept = new ArrayList<>();
    String family = null;
    for (Representation representation : set.representations()) {
      Format format = representation.format();
      if (supportByType.getOrDefault(format.contentType(), false)) {
        String its = CodecFamily.of(format);
        if (family == null) {
          family = its;
        }
        if (family.equals(its)) {
          kept.add(representation);
        }
      }
    }
    return kept;
  }

  private static @Nullable AdaptationSet best(
      List<AdaptationSet> sets,
      @Nullable String preferredId,
      String language,
      @Nullable AdaptationSet before) {
    AdaptationSet best = null;
    int bestScore = -1;
    for (AdaptationSet set : sets) {
      int score = score(set, preferredId, language, before);
      if (score > bestScore) {
        best = set;
        bestScore = score;
      }
    }
    return best;
  }

  private static int score(
      AdaptationSet set,
      @Nullable String preferredId,
      String language,
      @Nullable AdaptationSet before) {
    int score = 0;
    if (set.id().equals(preferredId)) {
      score += 64;
    }
    score += 8 * languageMatch(set.language(), before == null ? language : before.language());
    if (Lists.indexOf(set.roles(), "main") >= 0) {
      score += 4;
    } else if (set.roles().isEmpty()) {
      score += 2;
    }
    if (before != null
        && CodecFamily.of(before.representations().get(0).format())
            .equals(CodecFamily.of(set.representations().get(0).format()))) {
      score += 1;
    }
    return score;
  }

  /** 2 for the same language, 1 where only the primary subtag agrees (RFC 5646, section 2.2.1). */
  private static int languageMatch(@Nullable String language, @Nullable String wanted) {
    if (language == null || wanted == null || wanted.isEmpty()) {
      return 0;
    }
    String have = Ascii.lowerCase(language);
    String want = Ascii.lowerCase(wanted);
    if (have.equals(want)) {
      return 2;
    }
    return primarySubtag(have).equals(primarySubtag(want)) ? 1 : 0;
  }

  private static String primarySubtag(String language) {
    int dash = language.indexOf('-');
    return dash < 0 ? language : language.substring(0, dash);
  }
}
