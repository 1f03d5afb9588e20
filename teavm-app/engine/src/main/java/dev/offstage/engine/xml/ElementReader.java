package dev.offstage.engine.xml;

import org.jspecify.annotations.Nullable;

/** Reads certain elements itself, where a tree of them would be too many objects. */
public interface ElementReader {
  /**
   * Called at every start tag.
   *
   * @param scanner stands at the start tag; if the result is not null it must stand at the
   *     element's end tag afterwards, else it must not have moved
   * @return what {@link XmlElement#content()} will be, or null to have the element read as a tree
   */
  @Nullable Object read(XmlScanner scanner);
}
