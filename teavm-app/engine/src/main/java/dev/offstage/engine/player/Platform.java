package dev.offstage.engine.player;

import dev.offstage.engine.buffer.MediaSink;
import dev.offstage.engine.net.AesDecryptor;
import dev.offstage.engine.net.HttpClient;
import dev.offstage.engine.util.Clock;
import dev.offstage.engine.util.Scheduler;
import java.util.function.DoubleSupplier;

/**
 * Everything that the engine needs from the world: the browser's in the worker, a virtual one on
 * the JVM.
 *
 * @param random numbers from 0 to 1
 */
public record Platform(
    Clock clock,
    Scheduler scheduler,
    HttpClient http,
    AesDecryptor aes,
    MediaSink.Factory sinks,
    DoubleSupplier random) {}
