package dev.offstage.conformance.cases;

import dev.offstage.bindings.fetch.Fetch;
import dev.offstage.bindings.fetch.Response;
import dev.offstage.bindings.mse.SourceBuffer;
import dev.offstage.bindings.streams.ReadableStream;
import dev.offstage.bindings.streams.ReadableStreamBYOBReader;
import dev.offstage.bindings.streams.ReadableStreamDefaultReader;
import dev.offstage.bindings.streams.ReadableStreamReadResult;
import dev.offstage.conformance.Suite;
import dev.offstage.conformance.stage.Await;
import dev.offstage.conformance.stage.Check;
import dev.offstage.conformance.stage.Media;
import dev.offstage.conformance.stage.Stage;
import org.teavm.jso.core.JSString;
import org.teavm.jso.typedarrays.ArrayBuffer;
import org.teavm.jso.typedarrays.Uint8Array;

/** Readable streams, such as a response's body. */
final class StreamCases {
  private static final String FILE = "schemes/base/v0.mp4";
  private static final int LENGTH = 201583;

  private StreamCases() {}

  static void register(Suite suite) {
    suite.everywhere("stream: a body read chunk by chunk", StreamCases::chunks);
    suite.everywhere("stream: chunks append as they come", StreamCases::append);
    suite.everywhere("stream: locks, and unlocks by releaseLock", StreamCases::locks);
    suite.everywhere("stream: cancelled by itself or by its reader it ends", StreamCases::cancel);
    suite.everywhere("stream: tee gives both the same bytes", StreamCases::tee);
    suite.everywhere("stream: read into the program's own buffer", StreamCases::byob);
    suite.everywhere("stream: read no less than so many elements", StreamCases::least);
  }

  private static ReadableStream<Uint8Array> body() {
    Response response = Await.value(FILE, Fetch.fetch(Media.url(FILE)));
    return response.getBody();
  }

  private static int rest(ReadableStreamDefaultReader<Uint8Array> reader) {
    int length = 0;
    while (true) {
      ReadableStreamReadResult<Uint8Array> result = Await.value("a chunk", reader.read());
      if (result.isDone()) {
        Check.that("no value at the end", result.getValue() == null);
        return length;
      }
      length += result.getValue().getByteLength();
    }
  }

  private static void chunks(Stage stage) {
    ReadableStreamDefaultReader<Uint8Array> reader = body().getReader();
    Check.equal("the length", LENGTH, rest(reader));
    Await.value("closed", reader.getClosed());
  }

  private static void append(Stage stage) {
    SourceBuffer buffer = stage.open().addSourceBuffer(Media.AVC);
    ReadableStreamDefaultReader<Uint8Array> reader = body().getReader();
    while (true) {
      ReadableStreamReadResult<Uint8Array> result = Await.value("a chunk", reader.read());
      if (result.isDone()) {
        break;
      }
      stage.append(buffer, result.getValue());
    }
    stage.buffered(buffer, 0, 12);
  }

  private static void locks(Stage stage) {
    ReadableStream<Uint8Array> stream = body();
    Check.equal("locked", false, stream.isLocked());
    ReadableStreamDefaultReader<Uint8Array> reader = new ReadableStreamDefaultReader<>(stream);
    Check.equal("locked by a reader", true, stream.isLocked());
    Check.throwing("TypeError", "a second reader", stream::getReader);
    reader.releaseLock();
    Check.equal("locked after", false, stream.isLocked());
    Check.equal("read", "TypeError", Await.rejection("read", reader.read()));
    Check.equal("closed", "TypeError", Await.rejection("closed", reader.getClosed()));
    Await.value("cancel", stream.cancel());
  }

  private static void cancel(Stage stage) {
    ReadableStreamDefaultReader<Uint8Array> reader = body().getReader();
    Await.value("cancel", reader.cancel());
    Check.that("it is done", Await.value("a chunk", reader.read()).isDone());
    reader = body().getReader();
    Await.value("cancel", reader.cancel(JSString.valueOf("enough")));
    ReadableStream<Uint8Array> stream = body();
    Await.value("cancel", stream.cancel(JSString.valueOf("enough")));
    Check.equal("what is left", 0, rest(stream.getReader()));
    reader = body().getReader();
    reader.releaseLock();
    Check.equal("cancel", "TypeError", Await.rejection("cancel", reader.cancel()));
  }

  private static void tee(Stage stage) {
    ReadableStream<Uint8Array> stream = body();
    var branches = stream.tee();
    Check.equal("branches", 2, branches.getLength());
    Check.equal("locked", true, stream.isLocked());
    Check.equal("the first", LENGTH, rest(branches.get(0).getReader()));
    Check.equal("the second", LENGTH, rest(branches.get(1).getReader()));
  }

  private static void byob(Stage stage) {
    ReadableStreamBYOBReader reader = body().getByobReader();
    ArrayBuffer buffer = new ArrayBuffer(4096);
    int length = 0;
    while (true) {
      Uint8Array view = new Uint8Array(buffer);
      ReadableStreamReadResult<Uint8Array> result = Await.value("a chunk", reader.read(view));
      if (result.isDone()) {
        break;
      }
      length += result.getValue().getByteLength();
      buffer = result.getValue().getBuffer();
    }
    Check.equal("the length", LENGTH, length);
    Await.value("closed", reader.getClosed());
    reader.releaseLock();
    ReadableStreamBYOBReader other = new ReadableStreamBYOBReader(body());
    Await.value("cancel", other.cancel());
    ReadableStreamBYOBReader third = body().getByobReader();
    Await.value("cancel", third.cancel(JSString.valueOf("enough")));
  }

  private static void least(Stage stage) {
    ReadableStreamBYOBReader reader = body().getByobReader();
    Uint8Array view = new Uint8Array(new ArrayBuffer(100_000));
    ReadableStreamReadResult<Uint8Array> result =
        Await.value("a chunk", reader.read(view, 100_000));
    int length = result.getValue().getByteLength();
    Check.that("not over the view: " + length, length > 0 && length <= 100_000);
    stage.saw(length == 100_000 ? "it waits for all" : "the option is passed over");
    Await.value("cancel", reader.cancel());
  }
}
