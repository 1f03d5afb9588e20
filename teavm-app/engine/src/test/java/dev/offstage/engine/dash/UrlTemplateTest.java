package dev.offstage.engine.dash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlTemplateTest {
  @ParameterizedTest
  @CsvSource({
    "s.m4s, s.m4s",
    "$RepresentationID$/$Number$.m4s, v$1/7.m4s",
    "$Number%05d$-$Number%d$-$Number%01d$, 00007-7-7",
    "$Time$, 9007199254740991",
    "$Time%020d$, 00009007199254740991",
    "$Bandwidth$/$Bandwidth%08d$, 250000/00250000",
    "$$$Number$$$, $7$",
    "a$$b, a$b",
    "$Number$$Time$, 79007199254740991",
    // What is no identifier stays as it is.
    "$Nummer$/$Number$, $Nummer$/7",
    "cost$5/$Number$, cost$5/7",
    "$Number, $Number",
    "$Number%5x$, $Number%5x$",
    "$Number%0999d$, $Number%0999d$",
    "$RepresentationID%02d$, $RepresentationID%02d$",
    "'', ''"
  })
  void fill_identifiers_areReplaced(String template, String expected) {
    assertEquals(expected, new UrlTemplate(template, "v$1", 250000).fill(7, 9007199254740991.0));
  }
}
