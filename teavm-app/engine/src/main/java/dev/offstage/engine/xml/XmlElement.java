package dev.offstage.engine.xml;

import dev.offstage.engine.error.ParserException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An element with all that is in it. Immutable once read. */
public final class XmlElement {
  private final String name;
  private final XmlScanner scanner;
  private final int position;
  private final String[] attributes;
  private List<XmlElement> children = List.of();
  private String text = "";
  private @Nullable Object content;

  private XmlElement(XmlScanner scanner) {
    this.scanner = scanner;
    name = scanner.name();
    position = scanner.position();
    attributes = new String[2 * scanner.attributeCount()];
    for (int i = 0; i < attributes.length; i += 2) {
      attributes[i] = scanner.attributeName(i / 2);
      attributes[i + 1] = scanner.attributeValue(i / 2);
    }
  }

  /**
   * Reads the element whose start tag has just come, up to its end tag.
   *
   * @param scanner stands at the start tag
   * @param reader reads certain elements in its own way
   * @throws ParserException if the document is malformed
   */
  public static XmlElement read(XmlScanner scanner, ElementReader reader) {
    XmlElement element = new XmlElement(scanner);
    element.content = reader.read(scanner);
    if (element.content != null) {
      return element;
    }
    // Most elements have no text.
    StringBuilder text = null;
    for (XmlEvent event = scanner.next(); event != XmlEvent.END_ELEMENT; event = scanner.next()) {
      if (event == XmlEvent.START_ELEMENT) {
        if (element.children.isEmpty()) {
          element.children = new ArrayList<>();
        }
        element.children.add(read(scanner, reader));
      } else if (text != null || !scanner.isBlank()) {
        text = text == null ? new StringBuilder() : text;
        text.append(scanner.text());
      }
    }
    element.text = text == null ? "" : text.toString().trim();
    return element;
  }

  /** The name without its prefix. */
  public String name() {
    return name;
  }

  /** The value of an attribute, which is named with its prefix if it has one; null without it. */
  public @Nullable String attribute(String qualifiedName) {
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i].equals(qualifiedName)) {
        return attributes[i + 1];
      }
    }
    return null;
  }

  /** The elements directly within, in order. Not to be changed. */
  public List<XmlElement> children() {
    return children;
  }

  /** The elements of one name directly within, in order. */
  public List<XmlElement> children(String childName) {
    List<XmlElement> found = new ArrayList<>();
    for (XmlElement child : children) {
      if (child.name.equals(childName)) {
        found.add(child);
      }
    }
    return found;
  }

  /** The first element of that name directly within, or null. */
  public @Nullable XmlElement child(String childName) {
    for (XmlElement child : children) {
      if (child.name.equals(childName)) {
        return child;
      }
    }
    return null;
  }

  /** The text directly within, without space around it. */
  public String text() {
    return text;
  }

  /** What the {@link ElementReader} made of it, or null. */
  public @Nullable Object content() {
    return content;
  }

  /** Name and position, for error messages. */
  public String where() {
    return name + ", " + scanner.where(position);
  }
}
