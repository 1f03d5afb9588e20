package dev.offstage.simulator.net;

import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.net.HttpClient;
import dev.offstage.engine.util.Cancelable;
import dev.offstage.simulator.media.VirtualBytes;
import dev.offstage.simulator.time.EventLoop;
import dev.offstage.simulator.time.Journal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a given bandwidth to one server. The bodies that are on their way share the bandwidth
 * evenly; headers come after the latency and weigh nothing.
 */
public final class VirtualNetwork implements HttpClient {
  /** Bytes that have come are handed over at least this often. */
  private static final double PROGRESS_MS = 25;

  /** Bytes are whole; sums of shares are not quite. */
  private static final double ROUNDING = 1e-3;

  private final EventLoop loop;
  private final Server server;
  private final NetworkTrace trace;
  private final Journal journal;
  private final Connections connections;
  private final FaultScript faults = new FaultScript();
  private final List<RequestRecord> requests = new ArrayList<>();
  private final List<Transfer> open = new ArrayList<>();
  private @Nullable Cancelable timer;
  private double accruedMs;
  private int mostAtOnce;

  /** A line whose connections are as fast at first as later on. */
  public VirtualNetwork(EventLoop loop, Server server, NetworkTrace trace, Journal journal) {
    this(loop, server, trace, journal, false);
  }

  /**
   * @param slowStart whether connections start slowly, as those of TCP do
   */
  public VirtualNetwork(
      EventLoop loop, Server server, NetworkTrace trace, Journal journal, boolean slowStart) {
    this.connections = new Connections(slowStart);
    this.loop = loop;
    this.server = server;
    this.trace = trace;
    this.journal = journal;
  }

  /** Which requests go wrong. */
  public FaultScript faults() {
    return faults;
  }

  /** Every request ever sent, in order. */
  public List<RequestRecord> requests() {
    return requests;
  }

  /** The requests sent so far whose URL contains {@code urlPart}. */
  public List<RequestRecord> requests(String urlPart) {
    return requests.stream().filter(request -> request.url().contains(urlPart)).toList();
  }

  /** How many requests are under way. */
  public int inFlight() {
    return open.size();
  }

  /** How many requests were under way at once, at most. */
  public int mostInFlight() {
    return mostAtOnce;
  }

  @Override
  public Cancelable get(
      String url,
      @Nullable ByteRange range,
      String[] headers,
      boolean withCredentials,
      boolean streamed,
      Listener listener) {
    RequestRecord request = new RequestRecord(url, range, loop.elapsedMs());
    requests.add(request);
    journal.log("net", "get " + url + (range == null ? "" : " " + range));
    Transfer transfer = new Transfer(request, faults.next(url), streamed, listener);
    open.add(transfer);
    mostAtOnce = Math.max(mostAtOnce, open.size());
    double latencyMs = trace.at(loop.elapsedMs()).latencyMs();
    transfer.latency = loop.after(latencyMs, transfer::answer);
    return transfer;
  }

  /** Shares out what the line has carried since the last time. */
  private void accrue() {
    double now = loop.elapsedMs();
    int receiving = receiving();
    if (receiving > 0) {
      // The bandwidth was the same all the while: the timer rings at every change.
      double bandwidthBps = trace.at((accruedMs + now) / 2).bandwidthBps();
      shareOut(bandwidthBps / 8_000);
      for (Transfer transfer : open) {
        if (transfer.flows()) {
          transfer.arrived =
              Math.min(transfer.arrived + transfer.bytesPerMs * (now - accruedMs), transfer.endAt);
        }
      }
    }
    accruedMs = now;
  }

  /** Gives each transfer an even share; what one cannot use, the others get. */
  private void shareOut(double bytesPerMs) {
    double rest = bytesPerMs;
    List<Transfer> sharing = new ArrayList<>();
    for (Transfer transfer : open) {
      if (transfer.flows()) {
        sharing.add(transfer);
      }
    }
    sharing.sort(Comparator.comparingDouble(Transfer::mostBytesPerMs));
    for (int i = 0; i < sharing.size(); i++) {
      Transfer transfer = sharing.get(i);
      transfer.bytesPerMs = Math.min(transfer.mostBytesPerMs(), rest / (sharing.size() - i));
      rest -= transfer.bytesPerMs;
    }
  }

  private void deliver() {
    accrue();
    for (Transfer transfer : open) {
      transfer.widen();
    }
    for (Transfer transfer : new ArrayList<>(open)) {
      transfer.deliver();
    }
    plan();
  }

  private void plan() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
    int receiving = receiving();
    if (receiving == 0) {
      return;
    }
    double now = loop.elapsedMs();
    double bytesPerMs = trace.at(now).bandwidthBps() / 8_000;
    double waitMs = trace.nextChangeMs(now) - now;
    if (bytesPerMs > 0) {
      shareOut(bytesPerMs);
      waitMs = Math.min(waitMs, PROGRESS_MS);
      for (Transfer transfer : open) {
        if (transfer.flows()) {
          double left = transfer.endAt - transfer.arrived;
          waitMs = Math.min(waitMs, left / transfer.bytesPerMs);
          waitMs = Math.min(waitMs, Math.max(0, transfer.widensAtMs - now));
        }
      }
    }
    if (waitMs < Double.POSITIVE_INFINITY) {
      timer = loop.after(waitMs, this::deliver);
    }
  }

  private int receiving() {
    int count = 0;
    for (Transfer transfer : open) {
      if (transfer.flows()) {
        count++;
      }
    }
    return count;
  }

  private final class Transfer implements Cancelable {
    private final RequestRecord request;
    private final @Nullable Fault fault;
    private final boolean streamed;
    private final Listener listener;
    private Cancelable latency = () -> {};
    private VirtualBytes body = VirtualBytes.of("");
    private boolean answered;
    private boolean over;
    private double endAt;
    private double arrived;
    private int reported;
    private double windowBytes;
    private double roundTripMs;
    private double widensAtMs = Double.POSITIVE_INFINITY;
    private double bytesPerMs;

    Transfer(RequestRecord request, @Nullable Fault fault, boolean streamed, Listener listener) {
      this.streamed = streamed;
      this.request = request;
      this.fault = fault;
      this.listener = listener;
    }

    /** What its connection carries at most. */
    double mostBytesPerMs() {
      return roundTripMs == 0 ? Double.POSITIVE_INFINITY : windowBytes / roundTripMs;
    }

    /** After a round trip the connection carries twice as much. */
    void widen() {
      if (flows() && loop.elapsedMs() >= widensAtMs) {
        windowBytes *= 2;
        widensAtMs += roundTripMs;
      }
    }

    boolean flows() {
      return answered && !over && arrived < endAt - ROUNDING;
    }

    void answer() {
      if (fault instanceof Fault.Refused) {
        end(RequestRecord.Outcome.FAILED);
        listener.onFailed("connection refused");
        return;
      }
      if (fault instanceof Fault.Hang hang && hang.fraction() < 0) {
        return;
      }
      Server.Response whole = server.get(request.url(), request.range());
      Server.Response response = spoilt(whole);
      body = response.body();
      endAt = body.sizeBytes() * fractionThatComes();
      request.answered(response.status());
      accrue();
      answered = true;
      roundTripMs = trace.at(loop.elapsedMs()).latencyMs();
      windowBytes = connections.take(loop.elapsedMs());
      if (windowBytes < Double.POSITIVE_INFINITY && roundTripMs > 0) {
        widensAtMs = loop.elapsedMs() + roundTripMs;
      }
      listener.onHeaders(response.status(), response.finalUrl(), announcedBytes(whole, response));
      if (!over && !flows()) {
        loop.after(0, VirtualNetwork.this::deliver);
      }
      plan();
    }

    private Server.Response spoilt(Server.Response response) {
      if (fault instanceof Fault.Status wrong) {
        return new Server.Response(
            wrong.status(), response.finalUrl(), VirtualBytes.of("status " + wrong.status()));
      }
      if (fault instanceof Fault.Garbage) {
        int size = response.body().sizeBytes();
        return new Server.Response(
            response.status(), response.finalUrl(), VirtualBytes.of("", size));
      }
      if (fault instanceof Fault.Text text) {
        return new Server.Response(
            response.status(), response.finalUrl(), VirtualBytes.of(text.text()));
      }
      if (fault instanceof Fault.Truncated truncated) {
        return shortened(response, truncated.fraction());
      }
      if (fault instanceof Fault.CutShort cut) {
        return shortened(response, cut.fraction());
      }
      return response;
    }

    private static Server.Response shortened(Server.Response response, double fraction) {
      int size = (int) (response.body().sizeBytes() * fraction);
      return new Server.Response(
          response.status(), response.finalUrl(), response.body().slice(0, size));
    }

    private double announcedBytes(Server.Response whole, Server.Response sent) {
      if (fault instanceof Fault.Truncated) {
        return Double.NaN;
      }
      return (fault instanceof Fault.CutShort ? whole : sent).body().sizeBytes();
    }

    private double fractionThatComes() {
      if (fault instanceof Fault.Hang hang) {
        return hang.fraction();
      }
      return fault instanceof Fault.Cut cut ? cut.fraction() : 1;
    }

    void deliver() {
      if (over || !answered) {
        return;
      }
      boolean all = !flows();
      int whole = (int) (all ? endAt : arrived);
      int fresh = whole - reported;
      if (fresh > 0) {
        VirtualBytes piece = body.slice(reported, whole);
        reported = whole;
        request.received(fresh);
        listener.onProgress(fresh);
        if (streamed && !over) {
          listener.onPiece(piece);
        }
      }
      if (over || !all || fault instanceof Fault.Hang) {
        return;
      }
      if (fault instanceof Fault.Cut) {
        end(RequestRecord.Outcome.FAILED);
        listener.onFailed("connection cut");
      } else {
        end(RequestRecord.Outcome.COMPLETE);
        connections.give(windowBytes, loop.elapsedMs());
        listener.onComplete(streamed ? null : body);
      }
    }

    private void end(RequestRecord.Outcome outcome) {
      over = true;
      open.remove(this);
      request.end(outcome, loop.elapsedMs());
      journal.log("net", "end " + request);
    }

    @Override
    public void cancel() {
      if (!over) {
        accrue();
        latency.cancel();
        end(RequestRecord.Outcome.ABORTED);
        plan();
      }
    }
  }
}
