package dev.offstage.engine.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.testing.Damage;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlScannerTest {
  private static XmlElement read(String document) {
    return read(document.getBytes(UTF_8));
  }

  private static XmlElement read(byte[] document) {
    XmlScanner scanner = new XmlScanner(document);
    scanner.next();
    XmlElement root = XmlElement.read(scanner, inner -> null);
    assertEquals(XmlEvent.END_DOCUMENT, scanner.next());
    return root;
  }

  private static String problemOf(String document) {
    ParserException e = assertThrows(ParserException.class, () -> read(document));
    assertTrue(e.isMalformed());
    return e.getMessage();
  }

  @Test
  void element_withEverything_isRead() {
    XmlElement root =
        read(
            "<?xml version='1.0'?><!-- a --><!DOCTYPE a SYSTEM \"x>y\"><?pi ?>"
                + "<p:a xmlns:p='u' b = \"1\"\n\tp:c='&lt;&#65;&#x1F600;&quot;&apos;'>"
                + " x<!-- <no/> --><![CDATA[<&amp;]]>&amp;y <b/><b c=''></b ></p:a>\n<!-- z -->");
    assertEquals("a", root.name());
    assertEquals("1", root.attribute("b"));
    assertEquals("<A\uD83D\uDE00\"'", root.attribute("p:c"));
    assertEquals("x<&amp;&y", root.text());
    assertEquals(2, root.children("b").size());
    assertEquals("", root.children().get(1).attribute("c"));
  }

  @Test
  void attribute_whiteSpaceAndLineEnds_areNormalised() {
    XmlElement root = read("<a b='1\r\n2\t3\n4&#10;5'>x\r\ny\rz<![CDATA[\r\n]]>w</a>");
    assertEquals("1 2 3 4\n5", root.attribute("b"));
    assertEquals("x\ny\nz\nw", root.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-8"})
  void document_withByteOrderMark_isRead(String charset) {
    String text = "\uFEFF<\u00E9 b='\u20AC'>\uD83D\uDE00</\u00E9>";
    XmlElement root = read(text.getBytes(Charset.forName(charset)));
    assertEquals("\u00E9", root.name());
    assertEquals("\u20AC", root.attribute("b"));
    assertEquals("\uD83D\uDE00", root.text());
  }

  @Test
  void attributeInteger_anySpelling_isExact() {
    XmlScanner scanner =
        new XmlScanner("<a b='9007199254740992' c=' 7 ' d='-1' e='&#49;' f=''/>".getBytes(UTF_8));
    scanner.next();
    assertEquals(9007199254740992.0, scanner.attributeInteger(0));
    assertEquals(7, scanner.attributeInteger(1));
    assertEquals(-1, scanner.attributeInteger(2));
    assertEquals(1, scanner.attributeInteger(3));
    assertThrows(ParserException.class, () -> scanner.attributeInteger(4));
  }

  @Test
  void skipElement_withChildren_endsAtItsEndTag() {
    XmlScanner scanner = new XmlScanner("<a><b><c/>x</b><d/></a>".getBytes(UTF_8));
    scanner.next();
    scanner.next();
    scanner.skipElement();
    assertEquals("b", scanner.name());
    assertEquals(XmlEvent.START_ELEMENT, scanner.next());
    assertEquals("d", scanner.name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                           | no XML element
          '   '                        | no XML element
          hello                        | not XML
          {"a": 1}                     | not XML
          <a>                          | ends within element a
          <a                           | tag without an end
          <a></b>                      | </b> closes <a>
          <a></a></a>                  | </a> closes nothing
          <a/><b/>                     | second root
          <a/>x                        | text after the root
          <a b=c/>                     | without quotes
          <a b='1'c='2'/>              | no space
          <a b='1' b='2'/>             | twice
          <a b='<'/>                   | '<' in an attribute value
          <a b='1/>                    | expected
          <a b='&x;'/>                 | unknown reference &x
          <a>&amp</a>                  | unknown reference
          <a>&#0;</a>                  | unknown reference
          <a>&#xD800;</a>              | unknown reference
          <a>&#x110000;</a>            | unknown reference
          <a>&#99999999999;</a>        | unknown reference
          <a><!-- </a>                 | comment without an end
          <a><![CDATA[ </a>            | CDATA section without an end
          <a><?x </a>                  | processing instruction without an end
          <!DOCTYPE a [<!ENTITY x '']> | declarations
          <!DOCTYPE a                  | without an end
          <a><!DOCTYPE a></a>          | name expected
          <1/>                         | name expected
          < a/>                        | name expected
          """)
  void document_malformed_saysWhat(String document, String problem) {
    String message = problemOf(document);
    assertTrue(message.contains(problem), message);
  }

  @Test
  void error_names_lineAndColumn() {
    String message = problemOf("<a>\n  <b>\n </c></a>");
    assertTrue(message.contains("line 3, column 5"), message);
  }

  @Test
  void limits_depthAttributesAndNames_areKept() {
    assertTrue(problemOf("<a>".repeat(1000)).contains("deeper"));
    StringBuilder attributes = new StringBuilder("<a");
    StringBuilder names = new StringBuilder("<a>");
    for (int i = 0; i < 5000; i++) {
      attributes.append(" b").append(i % 200).append("=''");
      names.append("<b").append(i).append("/>");
    }
    assertTrue(problemOf(attributes + "/>").contains("attributes"));
    assertTrue(problemOf(names + "</a>").contains("names"));
  }

  @Test
  void names_many_areToldApart() {
    StringBuilder document = new StringBuilder("<a>");
    for (int i = 0; i < 1500; i++) {
      document.append("<n").append(Integer.toString(i * 7919, 36)).append("/>");
    }
    XmlElement root = read(document + "</a>");
    for (int i = 0; i < 1500; i++) {
      assertEquals("n" + Integer.toString(i * 7919, 36), root.children().get(i).name());
    }
  }

  @Test
  void document_damaged_failsAsParserException() {
    byte[] document =
        ("\uFEFF<?xml version='1.0'?><!DOCTYPE a><a b='&lt;\u00E9' c=\"2\"><!-- x -->"
                + "<![CDATA[ y ]]>&#x41;z<d><e f='1'/></d></a>")
            .getBytes(UTF_8);
    Damage.truncateEverywhere(document, XmlScannerTest::read);
    Damage.flip(document, 20_000, 1, XmlScannerTest::read);
    assertFalse(read(document).children().isEmpty());
  }
}
