package dev.offstage.engine.dash;

import dev.offstage.engine.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The same element at several levels of the MPD, innermost first: what an inner one does not say
 * the next outer one does (ISO/IEC 23009-1, section 5.3.9.1).
 */
record Inherited(List<XmlElement> levels) {

  /** The innermost element that has the attribute, or null. */
  @Nullable XmlElement holderOf(String attribute) {
    for (XmlElement level : levels) {
      if (level.attribute(attribute) != null) {
        return level;
      }
    }
    return null;
  }

  @Nullable String attribute(String name) {
    XmlElement holder = holderOf(name);
    return holder == null ? null : holder.attribute(name);
  }

  /** See {@link Values#unsigned}. */
  double unsigned(String name, double absent) {
    return Values.unsigned(holderOf(name), name, absent);
  }

  /** The children of that name of the innermost level that has some. */
  List<XmlElement> children(String name) {
    for (XmlElement level : levels) {
      if (level.child(name) != null) {
        return level.children(name);
      }
    }
    return List.of();
  }

  /** The first child of that name of the innermost level that has one, or null. */
  @Nullable XmlElement child(String name) {
    for (XmlElement level : levels) {
      XmlElement child = level.child(name);
      if (child != null) {
        return child;
      }
    }
    return null;
  }

  /** The first child of that name at each level that has one, innermost first. */
  Inherited descend(String name) {
    List<XmlElement> found = new ArrayList<>();
    for (XmlElement level : levels) {
      XmlElement child = level.child(name);
      if (child != null) {
        found.add(child);
      }
    }
    return new Inherited(found);
  }

  /** For error messages: the innermost level. */
  String where() {
    return levels.get(0).where();
  }
}
