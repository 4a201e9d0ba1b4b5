package dev.lifeline.benchmarks.transfer;

/**
 * How the blob service behaves in a scenario.
 *
 * @param latencyMillis before each answer, and before the first byte of a connection
 * @param bytesPerSecond of one connection each way, 0 for as many as it can
 * @param refuseEvery 503 for every n-th block or range, 0 for none
 * @param stallAt the block or range at which a connection stalls, 0 for none
 * @param knowsMd5 whether an MD5 is stored with the blob; who sends it in blocks may have left it
 *     out
 */
record Behaviour(
    int latencyMillis, long bytesPerSecond, int refuseEvery, int stallAt, boolean knowsMd5) {
  static final Behaviour IDEAL = new Behaviour(0, 0, 0, 0, true);
  static final Behaviour FAR_AWAY = new Behaviour(40, 60_000_000, 0, 0, true);
  static final Behaviour FAR_AWAY_WITHOUT_MD5 = new Behaviour(40, 60_000_000, 0, 0, false);
  static final Behaviour BUSY = new Behaviour(0, 0, 5, 0, true);
  static final Behaviour STALLING = new Behaviour(0, 0, 0, 5, true);
}
