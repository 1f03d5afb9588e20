package dev.offstage.bindings.mse;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSObjects;

/**
 * The members of a {@link BufferedChangeEvent} that a program makes.
 *
 * <p>Context: pages and dedicated workers of browsers that have it.
 *
 * @see <a href="https://w3c.github.io/media-source/#bufferedchangeevent-interface">Media Source
 *     Extensions, BufferedChangeEventInit</a>
 */
public interface BufferedChangeEventInit extends JSObject {
  /**
   * Nothing came and nothing went.
   *
   * @see <a href="https://w3c.github.io/media-source/#bufferedchangeevent-interface">Media Source
   *     Extensions, BufferedChangeEventInit</a>
   */
  static BufferedChangeEventInit create() {
    return JSObjects.create();
  }

  /**
   * What came.
   *
   * @see <a
   *     href="https://w3c.github.io/media-source/#dom-bufferedchangeeventinit-addedranges">Media
   *     Source Extensions, addedRanges</a>
   */
  @JSProperty
  void setAddedRanges(TimeRanges addedRanges);

  /**
   * What went.
   *
   * @see <a
   *     href="https://w3c.github.io/media-source/#dom-bufferedchangeeventinit-removedranges">Media
   *     Source Extensions, removedRanges</a>
   */
  @JSProperty
  void setRemovedRanges(TimeRanges removedRanges);
}
