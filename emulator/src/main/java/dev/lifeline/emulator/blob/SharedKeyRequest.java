package dev.lifeline.emulator.blob;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A request to a blob service that is put together, then signed with the account's key. */
final class SharedKeyRequest {
  private final String method;
  private final URI endpoint;
  private final String path;
  private final Map<String, String> parameters = new TreeMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private byte[] body = {};

  SharedKeyRequest(String method, URI endpoint, String path, Instant now) {
    this.method = method;
    this.endpoint = endpoint;
    this.path = path;
    headers.put("x-ms-version", SasSigner.VERSION);
    headers.put("x-ms-date", HttpTime.format(now));
  }

  /** With a header, its name in lower case. */
  SharedKeyRequest header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** With a parameter of the query; neither name nor value needs percent-encoding. */
  SharedKeyRequest parameter(String name, String value) {
    parameters.put(name, value);
    return this;
  }

  SharedKeyRequest body(byte[] content) {
    body = content;
    return this;
  }

  HttpRequest signed(BlobAccount account, Duration limit) {
    String query =
        parameters.entrySet().stream()
            .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
            .collect(Collectors.joining("&"));
    URI uri = URI.create(endpoint + path + (query.isEmpty() ? "" : "?" + query));
    Map<String, String> signed = new LinkedHashMap<>(headers);
    signed.put("content-length", Integer.toString(body.length));
    String authorization =
        new SharedKeySignature(method, uri.getRawPath(), parameters, signed).authorization(account);
    boolean bodiless = method.equals("HEAD") || method.equals("DELETE");
    BodyPublisher publisher = bodiless ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    var request = HttpRequest.newBuilder(uri).timeout(limit).method(method, publisher);
    headers.forEach(request::header);
    return request.header("Authorization", authorization).build();
  }
}
