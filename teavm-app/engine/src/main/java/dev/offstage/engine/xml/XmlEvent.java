package dev.offstage.engine.xml;

/** What {@link XmlScanner#next()} has come to. */
public enum XmlEvent {
  /** A start tag, or an empty element's tag: name and attributes can be asked for. */
  START_ELEMENT,
  /** An end tag; an empty element has one too. */
  END_ELEMENT,
  /** Character data or a CDATA section. Comments and the like part it in several. */
  TEXT,
  /** The end. */
  END_DOCUMENT
}
