package dev.lifeline.benchmarks.transfer;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One connection of a client to the {@link BlobStub}. */
final class StubConversation {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");
  private static final int PACED_BYTES = 64 * 1024;
  private static final int FOR_EVER = 3_600_000;

  private final BlobStub stub;
  private final StubLine line;
  private long paceBegun;
  private long paced;

  StubConversation(BlobStub stub, StubLine line) {
    this.stub = stub;
    this.line = line;
  }

  void run() throws IOException {
    for (String head = head(); !head.isEmpty(); head = head()) {
      String[] first = head.substring(0, head.indexOf('\r')).split(" ", 3);
      String query = first[1].contains("?") ? first[1].substring(first[1].indexOf('?')) : "";
      switch (first[0]) {
        case "PUT" -> put(head, query);
        case "HEAD" -> say("200 OK", properties() + whole() + length(stub.blob().size()), "");
        case "DELETE" -> say("202 Accepted", length(0), "");
        default -> get(head, query);
      }
    }
  }

  private void put(String head, String query) throws IOException {
    long length = Long.parseLong(header(head, "content-length", "0"));
    boolean isBlock = query.contains("comp=block&") || query.endsWith("comp=block");
    int number = isBlock ? stub.nextPiece() : 0;
    stallAt(number);
    take(length);
    if (isRefused(number)) {
      refuse();
    } else {
      say("201 Created", properties() + length(0), "");
    }
  }

  private void take(long length) throws IOException {
    beginPace();
    for (long left = length; left > 0; ) {
      ByteBuffer bytes = line.bytes();
      if (!bytes.hasRemaining()) {
        throw new EOFException("cut off");
      }
      int count = (int) Math.min(left, bytes.remaining());
      bytes.position(bytes.position() + count);
      left -= count;
      stub.moved(count);
      pace(count);
    }
  }

  private void get(String head, String query) throws IOException {
    if (query.contains("comp=blocklist")) {
      String xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList></BlockList>";
      say("200 OK", length(xml.length()), xml);
      return;
    }
    Blob blob = stub.blob();
    Matcher range = RANGE.matcher(header(head, "x-ms-range", header(head, "range", "")));
    if (!range.find()) {
      say("200 OK", properties() + whole() + length(blob.size()), "");
      give(0, blob.size());
      return;
    }
    int number = stub.nextPiece();
    if (isRefused(number)) {
      refuse();
      return;
    }
    long from = Long.parseLong(range.group(1));
    long last = range.group(2).isEmpty() ? blob.size() : Long.parseLong(range.group(2));
    long to = Math.min(last, blob.size() - 1);
    say("206 Partial Content", properties() + part(from, to) + length(to - from + 1), "");
    long half = (from + to) / 2;
    give(from, half);
    stallAt(number);
    give(half, to + 1);
  }

  private void give(long from, long to) throws IOException {
    boolean isPaced = stub.behaviour().bytesPerSecond() > 0;
    beginPace();
    for (long at = from; at < to; ) {
      ByteBuffer bytes =
          stub.blob().stretch(at, isPaced ? Math.min(PACED_BYTES, to - at) : to - at);
      int count = bytes.remaining();
      line.send(bytes);
      at += count;
      stub.moved(count);
      pace(count);
    }
    line.flush();
  }

  private void refuse() throws IOException {
    say("503 Busy", "x-ms-error-code: ServerBusy\r\n" + length(0), "");
  }

  private boolean isRefused(int number) {
    int every = stub.behaviour().refuseEvery();
    return every > 0 && number > 0 && number % every == 0;
  }

  private void stallAt(int number) throws IOException {
    if (number > 0 && number == stub.behaviour().stallAt()) {
      line.flush();
      pause(FOR_EVER);
    }
  }

  private void say(String status, String headers, String body) throws IOException {
    pause(stub.behaviour().latencyMillis());
    String head = "HTTP/1.1 " + status + "\r\nx-ms-version: 2021-12-02\r\n" + headers + "\r\n";
    line.send(ByteBuffer.wrap((head + body).getBytes(StandardCharsets.US_ASCII)));
    line.flush();
  }

  private String whole() {
    return md5("Content-MD5");
  }

  private String part(long from, long to) {
    String range = "Content-Range: bytes " + from + "-" + to + "/" + stub.blob().size() + "\r\n";
    return range + md5("x-ms-blob-content-md5");
  }

  private String md5(String header) {
    return stub.behaviour().knowsMd5() ? header + ": " + stub.blob().md5() + "\r\n" : "";
  }

  private static String properties() {
    return "ETag: \"0x8D1\"\r\nLast-Modified: Mon, 23 Nov 2026 10:00:00 GMT\r\n"
        + "Date: Mon, 23 Nov 2026 10:00:00 GMT\r\nx-ms-request-id: 1\r\n"
        + "x-ms-request-server-encrypted: true\r\nx-ms-creation-time: Mon, 23 Nov 2026 10:00:00 GMT"
        + "\r\nx-ms-blob-type: BlockBlob\r\nAccept-Ranges: bytes\r\nContent-Type: application/zip"
        + "\r\n";
  }

  private static String length(long bytes) {
    return "Content-Length: " + bytes + "\r\n";
  }

  private String head() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < 4 || head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
      ByteBuffer bytes = line.bytes();
      if (!bytes.hasRemaining()) {
        return "";
      }
      head.append((char) bytes.get());
    }
    return head.toString();
  }

  private static String header(String head, String name, String otherwise) {
    int at = head.toLowerCase(Locale.ROOT).indexOf("\n" + name + ":");
    if (at < 0) {
      return otherwise;
    }
    int begin = at + name.length() + 2;
    return head.substring(begin, head.indexOf('\r', begin)).strip();
  }

  private void beginPace() {
    paceBegun = System.nanoTime();
    paced = 0;
  }

  /** Waits when this connection is ahead of its rate. */
  private void pace(int count) {
    long rate = stub.behaviour().bytesPerSecond();
    if (rate == 0) {
      return;
    }
    paced += count;
    long ahead = paced * 1000 / rate - (System.nanoTime() - paceBegun) / 1_000_000;
    if (ahead > 2) {
      pause(ahead);
    }
  }

  static void pause(long millis) {
    try {
      if (millis > 0) {
        Thread.sleep(millis);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
