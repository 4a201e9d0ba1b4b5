package dev.lifeline.emulator.blob;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of bytes as a request asks for it.
 *
 * @param first the first byte, from 0
 * @param last the last byte, included; {@link Long#MAX_VALUE} for the blob's end
 */
record ByteRange(long first, long last) {
  /** 18 digits always fit; the service knows no range that counts from the end. */
  private static final Pattern SYNTAX = Pattern.compile("bytes=(\\d{1,18})-(\\d{1,18})?");

  /** The range of a header; empty if it is none, which then is ignored, as RFC 9110 has it. */
  static Optional<ByteRange> of(String header) {
    Matcher matcher = SYNTAX.matcher(header.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long first = Long.parseLong(matcher.group(1));
    String lastDigits = matcher.group(2);
    long last = lastDigits == null ? Long.MAX_VALUE : Long.parseLong(lastDigits);
    return last < first ? Optional.empty() : Optional.of(new ByteRange(first, last));
  }

  boolean beginsWithin(long size) {
    return first < size;
  }

  /** How many bytes of a blob of this size the range covers; 0 if it begins past the end. */
  long lengthWithin(long size) {
    return beginsWithin(size) ? Math.min(last, size - 1) - first + 1 : 0;
  }

  /** The Content-Range of a 206 answer. */
  String contentRange(long size) {
    return "bytes %d-%d/%d".formatted(first, first + lengthWithin(size) - 1, size);
  }
}
