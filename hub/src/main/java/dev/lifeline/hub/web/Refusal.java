package dev.lifeline.hub.web;

import java.util.Map;

/** A request that is refused; becomes an answer in one place. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Fault fault;
  private final transient Map<String, String> headers;

  Refusal(Fault fault, String message) {
    this(fault, message, Map.of());
  }

  private Refusal(Fault fault, String message, Map<String, String> headers) {
    super(message);
    this.fault = fault;
    this.headers = headers;
  }

  /** The same with a header for the answer, in place of any other. */
  public Refusal header(String name, String value) {
    return new Refusal(fault, String.valueOf(getMessage()), Map.of(name, value));
  }

  Map<String, String> headers() {
    return headers;
  }

  /** Which refusal it is. */
  public Fault fault() {
    return fault;
  }
}
