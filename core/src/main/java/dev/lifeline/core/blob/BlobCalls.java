package dev.lifeline.core.blob;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.Body;
import dev.lifeline.core.http.Receiver;
import dev.lifeline.core.http.Request;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.model.SasUrl;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.time.Time;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The requests of the blob service for one blob, and what its refusals mean (Blob transfer). */
final class BlobCalls {
  private static final String VERSION = "2021-12-02";
  private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z]{1,60})</Code>");

  /** Blob transfer, errors: the detail of a 403 for a SAS that is not valid now. */
  private static final Pattern OUTSIDE_ITS_TIME =
      Pattern.compile("Signature not valid in the specified time frame");

  private final Transport transport;
  private final SasUrl url;
  private final Supplier<UUID> ids;
  private final Time time;

  BlobCalls(Transport transport, SasUrl url, Supplier<UUID> ids, Time time) {
    this.transport = transport;
    this.url = url;
    this.ids = ids;
    this.time = time;
  }

  /** An id for one upload, for the names of its blocks. */
  String newUploadId() {
    return ids.get().toString().replace("-", "").substring(0, 28);
  }

  void putBlock(Block block) {
    URI address = url.revealWith("comp=block&blockid=" + encoded(block.id()));
    Request request =
        standard(Request.put(address, Body.bytes(block.buffer(), block.length())))
            .header("Content-MD5", block.md5());
    Answer answer = transport.send(request);
    if (isDamage(answer)) { // Blob transfer: damaged on the way, which may pass
      answer = transport.send(request);
    }
    require(answer, "take a block of the file");
  }

  void putBlockList(List<String> blockIds, String contentMd5) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList>");
    blockIds.forEach(id -> xml.append("<Latest>").append(id).append("</Latest>"));
    xml.append("</BlockList>");
    URI address = url.revealWith("comp=blocklist");
    Request request =
        standard(Request.put(address, Body.text("application/xml", xml.toString())))
            .header("x-ms-blob-content-type", "application/octet-stream")
            .header("x-ms-blob-content-md5", contentMd5);
    require(transport.send(request), "put the file together");
  }

  /** Asks for the bytes from an offset on; from a later one only if the blob is still the same. */
  <T> T get(long offset, @Nullable String etag, Receiver<T> receiver) {
    Request request = standard(Request.get(url.reveal()));
    if (offset > 0) {
      request = request.header("x-ms-range", "bytes=" + offset + "-");
    }
    if (etag != null) {
      request = request.header("If-Match", etag);
    }
    return transport.receive(request, receiver);
  }

  String shownAddress() {
    return url.toString();
  }

  /** Refuses before anything is sent when the address itself says that it has expired. */
  void requireUnexpired() {
    if (hasExpired()) {
      throw expired().raise();
    }
  }

  private void require(Answer answer, String does) {
    if (!answer.isSuccess()) {
      throw refused(answer, does).raise();
    }
  }

  Problem refused(Answer answer, String does) {
    if (answer.status() == 403
        && (hasExpired() || OUTSIDE_ITS_TIME.matcher(answer.text()).find())) {
      return expired();
    }
    if (isDamage(answer)) {
      return Problem.of(ProblemCode.CONTENT_DAMAGED, "a block of the file arrived damaged, twice")
          .why("Something on the way, such as a proxy, or this machine's memory changes bytes.")
          .fix("try again, if possible without the proxy")
          .detail("requestId", answer.header("x-ms-request-id").orElse(null));
    }
    if (answer.isPassing()) {
      return Problem.of(
              answer.status() == 429 ? ProblemCode.THROTTLED : ProblemCode.SERVICE_UNAVAILABLE,
              "the blob store could not " + does + ": " + described(answer))
          .why("It was busy for longer than Lifeline was willing to try.")
          .fix("try again in some minutes")
          .detail("requestId", answer.header("x-ms-request-id").orElse(null));
    }
    return Problem.of(
            ProblemCode.BLOB_REFUSED,
            "the blob store refused to " + does + ": " + described(answer))
        .why("The address that LCS gave does not allow it, or a proxy changed the request.")
        .fix("try again: Lifeline then asks LCS for a new address")
        .detail("requestId", answer.header("x-ms-request-id").orElse(null));
  }

  private Problem expired() {
    return Problem.of(ProblemCode.SAS_EXPIRED, "the address that LCS gave for the file has expired")
        .why(
            "Such an address is good for a limited time"
                + url.expiry().map(end -> ", until " + end + " here.").orElse("."))
        .fix("try again: Lifeline then asks LCS for a new address")
        .fix("if it happens at once, check this machine's clock");
  }

  private boolean hasExpired() {
    Optional<Instant> expiry = url.expiry();
    return expiry.isPresent() && !time.instant().isBefore(expiry.get());
  }

  private Request standard(Request request) {
    return request
        .header("x-ms-version", VERSION)
        .header("x-ms-client-request-id", ids.get().toString());
  }

  private static boolean isDamage(Answer answer) {
    return errorCode(answer).equals(Optional.of("Md5Mismatch"));
  }

  private static String described(Answer answer) {
    return answer + errorCode(answer).map(word -> " " + word).orElse("");
  }

  private static Optional<String> errorCode(Answer answer) {
    Optional<String> code = answer.header("x-ms-error-code");
    if (code.isPresent()) {
      return code;
    }
    Matcher matcher = CODE.matcher(answer.text());
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
