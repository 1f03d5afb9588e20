package dev.offstage.engine.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.offstage.engine.testing.MediaFiles;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kxml2.io.KXmlParser;
import org.xmlpull.v1.XmlPullParser;

/** The scanner reads every manifest of the test media as two other parsers do. */
class XmlOracleTest {
  static List<String> manifests() {
    return Stream.of("ladder", "schemes", "codecs")
        .flatMap(folder -> MediaFiles.manifests(folder, ".mpd").stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void events_ofManifest_areThoseOfStax(String path) throws Exception {
    byte[] data = MediaFiles.read(path);
    assertEquals(stax(data), scanner(data));
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void events_ofManifest_areThoseOfKxml(String path) throws Exception {
    byte[] data = MediaFiles.read(path);
    assertEquals(kxml(data), scanner(data));
  }

  private static String scanner(byte[] data) {
    XmlScanner scanner = new XmlScanner(data);
    StringBuilder out = new StringBuilder();
    while (true) {
      switch (scanner.next()) {
        case START_ELEMENT -> {
          TreeMap<String, String> attributes = new TreeMap<>();
          for (int i = 0; i < scanner.attributeCount(); i++) {
            if (!scanner.attributeName(i).startsWith("xmlns")) {
              attributes.put(scanner.attributeName(i), scanner.attributeValue(i));
            }
          }
          out.append("\n<").append(scanner.name()).append(attributes);
        }
        case END_ELEMENT -> out.append("\n/").append(scanner.name());
        case TEXT -> out.append(scanner.text());
        case END_DOCUMENT -> {
          return out.toString();
        }
      }
    }
  }

  private static String stax(byte[] data) throws Exception {
    XMLStreamReader reader =
        XMLInputFactory.newDefaultFactory().createXMLStreamReader(new ByteArrayInputStream(data));
    StringBuilder out = new StringBuilder();
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          TreeMap<String, String> attributes = new TreeMap<>();
          for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
          }
          out.append("\n<").append(reader.getLocalName()).append(attributes);
        }
        case XMLStreamConstants.END_ELEMENT -> out.append("\n/").append(reader.getLocalName());
        case XMLStreamConstants.CHARACTERS -> out.append(reader.getText());
        default -> {}
      }
    }
    return out.toString();
  }

  private static String kxml(byte[] data) throws Exception {
    KXmlParser parser = new KXmlParser();
    parser.setFeature(XmlPullParser.FEATURE_PROCESS_NAMESPACES, true);
    parser.setInput(new ByteArrayInputStream(data), "UTF-8");
    StringBuilder out = new StringBuilder();
    while (true) {
      switch (parser.next()) {
        case XmlPullParser.START_TAG -> {
          TreeMap<String, String> attributes = new TreeMap<>();
          for (int i = 0; i < parser.getAttributeCount(); i++) {
            attributes.put(parser.getAttributeName(i), parser.getAttributeValue(i));
          }
          out.append("\n<").append(parser.getName()).append(attributes);
        }
        case XmlPullParser.END_TAG -> out.append("\n/").append(parser.getName());
        case XmlPullParser.TEXT -> out.append(parser.getText());
        case XmlPullParser.END_DOCUMENT -> {
          return out.toString();
        }
        default -> {}
      }
    }
  }
}
