package dev.offstage.engine.net;

/** Watches all transfers, to measure the network. */
public interface TransferListener {
  /**
   * A response has begun to arrive.
   *
   * @param waitMs how long after its request
   */
  void onTransferStart(double waitMs);

  /** Bytes of any of the running transfers have come. */
  void onTransferBytes(int bytes);

  /** A transfer is over: complete, failed or aborted. */
  void onTransferEnd();
}
