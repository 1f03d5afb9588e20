/**
 * What the DOM standard and Web IDL give to all others: exceptions and abort signals. It runs in
 * pages and workers; everyone may import it.
 *
 * @see <a href="https://dom.spec.whatwg.org/">DOM</a>
 */
@NullMarked
package dev.offstage.bindings.dom;

import org.jspecify.annotations.NullMarked;
