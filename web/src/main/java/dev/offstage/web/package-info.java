/**
 * The small static server that shows the demo pages: files from one directory, with byte ranges and
 * the media types that streaming needs. Runs on the JVM; nothing else in the project imports it but
 * tests that want the assembled site served.
 */
@NullMarked
package dev.offstage.web;

import org.jspecify.annotations.NullMarked;
