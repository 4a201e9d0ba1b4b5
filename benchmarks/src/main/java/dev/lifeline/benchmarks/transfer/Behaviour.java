package dev.lifeline.benchmarks.transfer;

/**
 * How the blob service behaves in a scenario.
 *
 * @param latencyMillis before each answer, and before the first byte of a connection
 * @param bytesPerSecond of one connection each way, 0 for as many as it can
 * @param refuseEvery 503 for every n-th block or range, 0 for none
 * @param stallAt the block or range at which a connection stalls, 0 for none
 */
record Behaviour(int latencyMillis, long bytesPerSecond, int refuseEvery, int stallAt) {
  static final Behaviour IDEAL = new Behaviour(0, 0, 0, 0);
  static final Behaviour FAR_AWAY = new Behaviour(40, 60_000_000, 0, 0);
  static final Behaviour BUSY = new Behaviour(0, 0, 5, 0);
  static final Behaviour STALLING = new Behaviour(0, 0, 0, 5);
}
