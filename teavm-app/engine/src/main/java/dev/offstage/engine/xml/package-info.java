/**
 * A small XML reader over bytes: a pull scanner and a light tree on top of it.
 *
 * <p>Runs in the worker and on the JVM. Parsers of XML formats may import it; it imports {@code
 * util} and {@code error} only.
 */
@NullMarked
package dev.offstage.engine.xml;

import org.jspecify.annotations.NullMarked;
