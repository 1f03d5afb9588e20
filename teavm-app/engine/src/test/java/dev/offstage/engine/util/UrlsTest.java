package dev.offstage.engine.util;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlsTest {
  /** RFC 3986, sections 5.4.1 and 5.4.2, strict. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          g:h,           g:h
          g,             http://a/b/c/g
          ./g,           http://a/b/c/g
          g/,            http://a/b/c/g/
          /g,            http://a/g
          //g,           http://g
          ?y,            http://a/b/c/d;p?y
          g?y,           http://a/b/c/g?y
          #s,            http://a/b/c/d;p?q#s
          g#s,           http://a/b/c/g#s
          g?y#s,         http://a/b/c/g?y#s
          ;x,            http://a/b/c/;x
          g;x,           http://a/b/c/g;x
          g;x?y#s,       http://a/b/c/g;x?y#s
          '',            http://a/b/c/d;p?q
          .,             http://a/b/c/
          ./,            http://a/b/c/
          ..,            http://a/b/
          ../,           http://a/b/
          ../g,          http://a/b/g
          ../..,         http://a/
          ../../,        http://a/
          ../../g,       http://a/g
          ../../../g,    http://a/g
          ../../../../g, http://a/g
          /./g,          http://a/g
          /../g,         http://a/g
          g.,            http://a/b/c/g.
          .g,            http://a/b/c/.g
          g..,           http://a/b/c/g..
          ..g,           http://a/b/c/..g
          ./../g,        http://a/b/g
          ./g/.,         http://a/b/c/g/
          g/./h,         http://a/b/c/g/h
          g/../h,        http://a/b/c/h
          g;x=1/./y,     http://a/b/c/g;x=1/y
          g;x=1/../y,    http://a/b/c/y
          g?y/./x,       http://a/b/c/g?y/./x
          g?y/../x,      http://a/b/c/g?y/../x
          g#s/./x,       http://a/b/c/g#s/./x
          g#s/../x,      http://a/b/c/g#s/../x
          http:g,        http:g
          """)
  void resolve_examplesOfTheRfc_areAsPrinted(String reference, String expected) {
    assertEquals(expected, Urls.resolve("http://a/b/c/d;p?q", reference));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          http://a,                   g,          http://a/g
          http://a?q/r,               g,          http://a/g
          http://a/?q=/x/y,           g,          http://a/g
          http://a/b#/x/y,            g,          http://a/g
          http://a/b#f,               #s,         http://a/b#s
          http://a/b#f,               '',         http://a/b
          http://a/b?q#f,             ?y,         http://a/b?y
          http://a/b/c,               a:b/c,      a:b/c
          http://a/b/c,               ./a:b,      http://a/b/a:b
          http://a/b/c,               1:b,        http://a/b/1:b
          http://a/b/c,               x/y:z,      http://a/b/x/y:z
          http://a/b//c,              ../d,       http://a/b/d
          http://a/b/c,               //h/x/../y, http://h/y
          https://u:p@h:81/a/b.mpd?t, v/1.m4s,    https://u:p@h:81/a/v/1.m4s
          file:///a/b,                c,          file:///a/c
          a/b,                        c,          a/c
          /a/b,                       ../../c,    /c
          """)
  void resolve_oddBases_followTheRfc(String base, String reference, String expected) {
    assertEquals(expected, Urls.resolve(base, reference));
  }

  @Test
  void resolve_dataAndBlob_areNeverTakenApart() {
    String data = "data:video/mp4;base64,AAAA/../x?y#z";
    assertEquals(data, Urls.resolve("http://a/b", data));
    String blob = "blob:http://a/0b1c-2d";
    assertEquals(blob, Urls.resolve("http://a/b", blob));
    assertEquals("seg.m4s", Urls.resolve(blob, "seg.m4s"));
    assertEquals("http://b/seg.m4s", Urls.resolve(blob, "http://b/seg.m4s"));
  }
}
