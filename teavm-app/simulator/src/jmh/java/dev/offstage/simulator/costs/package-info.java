/**
 * What single steps of the engine cost on the JVM, with JMH: parsers on documents of a known size,
 * a choice of quality, a tick. Run by {@code ./mvnw -q -Pjmh -pl teavm-app/simulator -am test -DskipTests}.
 */
@NullMarked
package dev.offstage.simulator.costs;

import org.jspecify.annotations.NullMarked;
