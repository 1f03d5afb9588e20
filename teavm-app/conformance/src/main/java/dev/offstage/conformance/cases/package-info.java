/**
 * The cases, a class for each subject. They run in pages and workers as each says; only {@code
 * AllCases} is for others to import.
 */
@NullMarked
package dev.offstage.conformance.cases;

import org.jspecify.annotations.NullMarked;
