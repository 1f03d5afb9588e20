/**
 * Typed faces of the Web APIs that TeaVM's {@code jso-apis} lacks: Media Source Extensions, the
 * dedicated worker's scope, fetch, streams, encrypted media. One type per interface of the
 * standards, no logic; it runs wherever the browser has the API, and everyone may import it.
 *
 * <p>This package itself holds what the others share. Conventions of the whole library:
 *
 * <ul>
 *   <li>Interfaces of the standards are overlay types: a value <em>is</em> the browser's object,
 *       and a call is the browser's call.
 *   <li>Members marked {@code @Nullable} answer {@code null} both where the standard says null and
 *       where the browser lacks the member.
 *   <li>Enumerated strings are {@link dev.offstage.bindings.WebEnum} types: compare with {@code
 *       ==}.
 *   <li>Dictionaries are interfaces with a static {@code create()} and setters; a member that is
 *       never set does not exist for the browser.
 *   <li>Events are {@code onX(listener)} and return a {@link
 *       org.teavm.jso.dom.events.Registration}.
 *   <li>Setters that may throw have a body in JavaScript instead of {@code @JSProperty}:
 *       WebAssembly does not turn what the latter throws into a Java exception.
 *   <li>Thrown {@code DOMException}s arrive in Java as unchecked exceptions: {@link
 *       dev.offstage.bindings.dom.DOMException#nameOf(Throwable)} tells which.
 * </ul>
 */
@NullMarked
package dev.offstage.bindings;

import org.jspecify.annotations.NullMarked;
