package dev.lifeline.core.http;

/**
 * When a request may be sent a second time; part of what the request is, not of the caller's mood.
 */
public enum Repeat {
  /** Whenever it failed: sending it twice has the effect of sending it once. */
  ALWAYS,
  /** Unless its answer was lost: an answer of 429 or 5xx says that nothing was done. */
  AFTER_AN_ANSWER,
  /** Only when it surely was not carried out: no connection, or refused with 429. */
  WHEN_NOT_CARRIED_OUT,
  /** Never by the transport: the sender reads in the answer whether it may, and does it himself. */
  BY_THE_SENDER
}
