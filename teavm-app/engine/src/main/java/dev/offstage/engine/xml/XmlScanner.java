package dev.offstage.engine.xml;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.util.Numbers;
import dev.offstage.engine.xml.NameTable.Name;
import org.jspecify.annotations.Nullable;

/**
 * Reads an XML 1.0 document event by event, straight from its bytes: UTF-8, or UTF-16 with a byte
 * order mark. What a document is not allowed to do to its reader is an error here too: a document
 * type with declarations, entities of its own, elements nested deeper than {@link #MAX_DEPTH} or
 * with more than {@link #MAX_ATTRIBUTES} attributes.
 *
 * <p>Names are compared as they stand in the document; a prefix is not looked up. Strings are made
 * only for what is asked for. Every method but {@link #where} speaks of the last event.
 */
public final class XmlScanner {
  /** How deep elements may be nested. */
  public static final int MAX_DEPTH = 64;

  /** How many attributes an element may have. */
  public static final int MAX_ATTRIBUTES = 128;

  private final byte[] data;
  private final NameTable names;
  private final ValueCache values;
  private int at;

  private final Name[] open = new Name[MAX_DEPTH];
  private int depth;
  private boolean emptyElement;
  private boolean rootSeen;

  private int eventStart;
  private @Nullable Name name;
  private int textStart;
  private int textEnd;
  private boolean cdata;

  private int attributeCount;
  private final Name[] attributeNames = new Name[MAX_ATTRIBUTES];
  private final int[] valueStarts = new int[MAX_ATTRIBUTES];
  private final int[] valueEnds = new int[MAX_ATTRIBUTES];

  /**
   * @param document handed over: not to be changed while the scanner is in use
   */
  public XmlScanner(byte[] document) {
    data = XmlText.toUtf8(document);
    names = new NameTable(data);
    values = new ValueCache(data);
    at = startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
  }

  /**
   * Goes on to the next event.
   *
   * @throws ParserException if the document is malformed
   */
  public XmlEvent next() {
    attributeCount = 0;
    if (emptyElement) {
      emptyElement = false;
      depth--;
      return XmlEvent.END_ELEMENT;
    }
    while (at < data.length) {
      eventStart = at;
      if (data[at] != '<') {
        textStart = at;
        while (at < data.length && data[at] != '<') {
          at++;
        }
        textEnd = at;
        cdata = false;
        if (depth > 0) {
          return XmlEvent.TEXT;
        }
        if (!isBlank()) {
          throw malformed(rootSeen ? "text after the root element" : "not XML");
        }
      } else if (startsWith("<!--")) {
        skipBehind("-->", 4, "comment without an end");
      } else if (startsWith("<![CDATA[") && depth > 0) {
        textStart = at + 9;
        skipBehind("]]>", 9, "CDATA section without an end");
        textEnd = at - 3;
        cdata = true;
        return XmlEvent.TEXT;
      } else if (startsWith("<?")) {
        skipBehind("?>", 2, "processing instruction without an end");
      } else if (startsWith("<!") && !rootSeen) {
        skipDoctype();
      } else if (startsWith("</")) {
        endTag();
        return XmlEvent.END_ELEMENT;
      } else {
        startTag();
        return XmlEvent.START_ELEMENT;
      }
    }
    eventStart = at;
    if (depth > 0) {
      throw malformed("the document ends within element " + open[depth - 1].qualified);
    }
    if (!rootSeen) {
      throw malformed("no XML element");
    }
    return XmlEvent.END_DOCUMENT;
  }

  /** How many elements are open: 1 within the root, counting one whose start tag has just come. */
  public int depth() {
    return depth;
  }

  /** The element's name without its prefix, at a start or end tag. */
  public String name() {
    return name == null ? "" : name.local;
  }

  /** The element's name as it stands there, at a start or end tag. */
  public String qualifiedName() {
    return name == null ? "" : name.qualified;
  }

  /** How many attributes the start tag has, declarations of namespaces included. */
  public int attributeCount() {
    return attributeCount;
  }

  /** The name, with its prefix, of attribute {@code index}. */
  public String attributeName(int index) {
    return attributeNames[index].qualified;
  }

  /**
   * The value of attribute {@code index}, references resolved.
   *
   * @throws ParserException if it holds a malformed reference
   */
  public String attributeValue(int index) {
    int start = valueStarts[index];
    int end = valueEnds[index];
    int slot = values.slotOf(start, end);
    String value = values.get(slot, start, end);
    if (value == null) {
      value = XmlText.decode(data, start, end, XmlText.ATTRIBUTE, this);
      values.put(slot, start, end, value);
    }
    return value;
  }

  /**
   * An integer attribute, read without making a string of it.
   *
   * @param index from 0
   * @return exact, from -2^53 to 2^53
   * @throws ParserException if the value is no such integer
   */
  public double attributeInteger(int index) {
    double value = 0;
    int end = valueEnds[index];
    for (int i = valueStarts[index]; i < end && value < 1e15; i++) {
      int digit = data[i] - '0';
      if (digit < 0 || digit > 9) {
        value = Double.NaN;
        break;
      }
      value = value * 10 + digit;
    }
    if (value < 1e15 && end > valueStarts[index]) {
      return value;
    }
    // Signs, spaces, references and the last bits up to 2^53 are rare and take the long way.
    String text = attributeValue(index);
    value = Numbers.integer(text);
    if (Double.isNaN(value)) {
      throw ParserException.malformed(
          attributeName(index) + "=\"" + text + "\" is no integer up to 2^53",
          where(valueStarts[index]));
    }
    return value;
  }

  /**
   * The text.
   *
   * @throws ParserException if it holds a malformed reference
   */
  public String text() {
    return XmlText.decode(data, textStart, textEnd, cdata ? XmlText.CDATA : XmlText.TEXT, this);
  }

  /** Whether the text is nothing but white space. */
  public boolean isBlank() {
    for (int i = textStart; i < textEnd; i++) {
      if (!isSpace(data[i])) {
        return false;
      }
    }
    return true;
  }

  /** Goes on to the end tag of the element whose start tag has just come. */
  public void skipElement() {
    int outer = depth - 1;
    while (depth > outer) {
      next();
    }
  }

  /** The byte at which the last event begins; {@link #where} makes it readable. */
  public int position() {
    return eventStart;
  }

  /** A position as line and column, both from 1. */
  public String where(int position) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < position && i < data.length; i++) {
      if (data[i] == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return "line " + line + ", column " + (position - lineStart + 1);
  }

  private ParserException malformed(String what) {
    return ParserException.malformed(what, where(at));
  }

  private void startTag() {
    if (depth == 0 && rootSeen) {
      throw malformed("a second root element");
    }
    if (depth == MAX_DEPTH) {
      throw malformed("elements nested deeper than " + MAX_DEPTH);
    }
    rootSeen = true;
    at++;
    Name element = readName();
    name = element;
    open[depth++] = element;
    while (true) {
      int before = at;
      skipSpace();
      if (at == data.length) {
        throw malformed("tag without an end");
      }
      if (data[at] == '>') {
        at++;
        return;
      }
      if (data[at] == '/') {
        at++;
        expect('>');
        emptyElement = true;
        return;
      }
      if (at == before) {
        throw malformed("no space before an attribute");
      }
      attribute();
    }
  }

  private void attribute() {
    if (attributeCount == MAX_ATTRIBUTES) {
      throw malformed("more than " + MAX_ATTRIBUTES + " attributes");
    }
    Name attribute = readName();
    for (int i = 0; i < attributeCount; i++) {
      if (attributeNames[i] == attribute) {
        throw malformed("attribute " + attribute.qualified + " twice");
      }
    }
    skipSpace();
    expect('=');
    skipSpace();
    byte quote = at < data.length ? data[at] : 0;
    if (quote != '"' && quote != '\'') {
      throw malformed("attribute value without quotes");
    }
    int start = ++at;
    while (at < data.length && data[at] != quote) {
      if (data[at] == '<') {
        throw malformed("'<' in an attribute value");
      }
      at++;
    }
    attributeNames[attributeCount] = attribute;
    valueStarts[attributeCount] = start;
    valueEnds[attributeCount] = at;
    attributeCount++;
    expect(quote);
  }

  private void endTag() {
    at += 2;
    Name closed = readName();
    skipSpace();
    if (depth == 0 || open[depth - 1] != closed) {
      throw malformed(
          "</"
              + closed.qualified
              + "> closes "
              + (depth == 0 ? "nothing" : "<" + open[depth - 1].qualified + ">"));
    }
    expect('>');
    name = closed;
    depth--;
  }

  private Name readName() {
    int start = at;
    while (at < data.length && isNameByte(data[at])) {
      at++;
    }
    byte first = at > start ? data[start] : (byte) '-';
    if (first == '-' || first == '.' || first >= '0' && first <= '9') {
      at = start;
      throw malformed("name expected");
    }
    Name found = names.get(start, at);
    if (found == null) {
      throw malformed("more than " + NameTable.MAX_NAMES + " different names");
    }
    return found;
  }

  /** A document type without declarations says nothing that matters here. */
  private void skipDoctype() {
    if (!startsWith("<!DOCTYPE") && !startsWith("<!doctype")) {
      throw malformed("'<!' that opens nothing known");
    }
    byte quote = 0;
    for (; at < data.length; at++) {
      byte c = data[at];
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[') {
        throw malformed("document type with declarations");
      } else if (c == '>') {
        at++;
        return;
      }
    }
    throw malformed("document type without an end");
  }

  private void skipBehind(String end, int from, String complaint) {
    int last = end.length() - 1;
    char lastChar = end.charAt(last);
    for (int i = at + from + last; i < data.length; i++) {
      if (data[i] == lastChar && data[i - 1] == end.charAt(last - 1) && matches(end, i - last)) {
        at = i + 1;
        return;
      }
    }
    throw malformed(complaint);
  }

  private void expect(int c) {
    if (at == data.length || data[at] != c) {
      throw malformed("'" + (char) c + "' expected");
    }
    at++;
  }

  private void skipSpace() {
    while (at < data.length && isSpace(data[at])) {
      at++;
    }
  }

  private boolean startsWith(String ascii) {
    return matches(ascii, at);
  }

  private boolean matches(String latin, int from) {
    if (data.length - from < latin.length()) {
      return false;
    }
    for (int i = 0; i < latin.length(); i++) {
      if (data[from + i] != (byte) latin.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSpace(byte c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  }

  private static boolean isNameByte(byte c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= ':'
        || c == '-'
        || c == '_'
        || c == '.'
        || c < 0;
  }
}
