package dev.offstage.simulator.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.net.HttpClient;
import dev.offstage.simulator.media.VirtualBytes;
import dev.offstage.simulator.net.Fault;
import dev.offstage.simulator.net.NetworkTrace;
import dev.offstage.simulator.net.Server;
import dev.offstage.simulator.net.VirtualNetwork;
import dev.offstage.simulator.time.EventLoop;
import dev.offstage.simulator.time.Journal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VirtualNetworkTest extends HttpClientContract {
  private final EventLoop loop = new EventLoop(0);
  private final VirtualNetwork network = network(NetworkTrace.constant(1_000_000, 30));

  @Override
  HttpClient client() {
    return network;
  }

  @Override
  String url() {
    return "https://a.example/text";
  }

  @Override
  String deadUrl() {
    network.faults().always("dead", new Fault.Refused());
    return "https://a.example/dead";
  }

  @Override
  void settle() {
    loop.runUntil(loop.elapsedMs() + 60_000);
  }

  @Test
  void transfer_takesLatencyAndItsBytes() {
    assertEquals(30 + 800, endOf(network, "big"), 0.01);
  }

  @Test
  void newConnection_startsSlowly_andTheNextRequestOnItDoesNot() {
    VirtualNetwork line =
        new VirtualNetwork(
            loop,
            VirtualNetworkTest::answer,
            NetworkTrace.constant(1e9, 100),
            new Journal(loop, false),
            true);
    // 14 600 bytes in the first round trip, then 29 200, then what is left of 58 400.
    assertEquals(100 + 200 + 100 * 56_200 / 58_400.0, endOf(line, "big"), 0.01);
    loop.runUntil(loop.elapsedMs() + 60_000); // idle for long: slow again
    double first = loop.elapsedMs();
    get(line, "big");
    loop.runUntil(first + 1_000);
    assertEquals(396.2, line.requests().get(1).endMs() - first, 0.1);
    double second = loop.elapsedMs();
    get(line, "big");
    loop.runUntil(second + 1_000);
    assertEquals(100 + 100 + 35.6, line.requests().get(2).endMs() - second, 0.1);
  }

  @Test
  void transfersAtOnce_shareTheLine() {
    get(network, "big");
    get(network, "big");
    settle();
    assertEquals(30 + 1_600, network.requests().get(0).endMs(), 0.01);
    assertEquals(30 + 1_600, network.requests().get(1).endMs(), 0.01);
  }

  @Test
  void transferThatComesLater_getsAHalfFromThenOn() {
    get(network, "big");
    loop.runUntil(400);
    get(network, "big");
    settle();
    // The first has 430 ms left when the second one's answer begins, which then take twice as long.
    assertEquals(430 + 2 * 400, network.requests().get(0).endMs(), 0.01);
    assertEquals(30 + 1_600, network.requests().get(1).endMs(), 0.01);
  }

  @Test
  void abortedTransfer_leavesTheLineToTheOther() {
    get(network, "big");
    dev.offstage.engine.util.Cancelable other = get(network, "big");
    loop.runUntil(30 + 400);
    other.cancel();
    settle();
    assertEquals(30 + 400 + 600, network.requests().get(0).endMs(), 0.01);
  }

  @Test
  void trace_isFollowedStepByStep_andAroundItsEnd() {
    VirtualNetwork changing =
        network(
            new NetworkTrace(
                List.of(
                    new NetworkTrace.Step(400, 1_000_000, 0),
                    new NetworkTrace.Step(1_000, 0, 0),
                    new NetworkTrace.Step(100, 2_000_000, 0))));
    // 400 ms bring 50,000 bytes, 100 ms at double speed 25,000 more, and then it starts over.
    assertEquals(1_500 + 200, endOf(changing, "big"), 0.01);
  }

  @Test
  void cut_failsAfterItsPart() {
    network.faults().add("big", 1, new Fault.Cut(0.25));
    get(network, "big");
    settle();
    assertEquals(25_000, network.requests().get(0).receivedBytes());
    assertEquals(30 + 200, network.requests().get(0).endMs(), 0.01);
  }

  private double endOf(VirtualNetwork line, String name) {
    get(line, name);
    settle();
    return line.requests().get(0).endMs();
  }

  private static dev.offstage.engine.util.Cancelable get(VirtualNetwork line, String name) {
    return line.get("https://a.example/" + name, null, new String[0], false, false, new Deaf());
  }

  private VirtualNetwork network(NetworkTrace trace) {
    return new VirtualNetwork(loop, VirtualNetworkTest::answer, trace, new Journal(loop, false));
  }

  private static Server.Response answer(String url, @Nullable ByteRange range) {
    VirtualBytes all = url.endsWith("big") ? VirtualBytes.of("", 100_000) : VirtualBytes.of(TEXT);
    if (!url.endsWith("text") && !url.endsWith("big")) {
      return new Server.Response(404, url, VirtualBytes.of("not found"));
    }
    if (range == null) {
      return new Server.Response(200, url, all);
    }
    int end = (int) Math.min(range.last() + 1, all.sizeBytes());
    return new Server.Response(206, url, all.slice((int) range.first(), end));
  }

  /** Does not listen. */
  private static final class Deaf implements HttpClient.Listener {
    @Override
    public void onHeaders(int status, String finalUrl, double lengthBytes) {}

    @Override
    public void onProgress(int newBytes) {}

    @Override
    public void onPiece(Bytes piece) {}

    @Override
    public void onComplete(@Nullable Bytes body) {}

    @Override
    public void onFailed(String message) {}
  }
}
