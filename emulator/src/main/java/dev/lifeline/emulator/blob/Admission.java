package dev.lifeline.emulator.blob;

import dev.lifeline.emulator.server.Call;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Decides whether a request may come in: by its service SAS, or by the account's own key. Signature
 * first, then time, then protocol; what the SAS permits is asked by each operation.
 */
final class Admission {
  private static final List<String> MANDATORY = List.of("sv", "sr", "se", "sp", "sig");
  private static final String OLDEST_VERSION = "2020-12-06";
  private static final String DETAIL = "AuthenticationErrorDetail";

  private final BlobAccount account;
  private final InstantSource time;

  Admission(BlobAccount account, InstantSource time) {
    this.account = account;
    this.time = time;
  }

  /** What the request may do; refused when it may not come in at all. */
  Grant admit(Call call, Target target) throws BlobRefusedException {
    if (!target.account().equals(account.name())) {
      throw BlobError.RESOURCE_NOT_FOUND.refusal();
    }
    String authorization = call.header("Authorization").orElse("");
    boolean signed = call.queryParameters().containsKey("sig");
    if (authorization.isEmpty()) {
      if (!signed) {
        throw BlobError.NO_AUTHENTICATION_INFORMATION.refusal();
      }
      return withSas(call, target);
    }
    if (signed || !authorization.startsWith("SharedKey ")) {
      throw BlobError.INVALID_AUTHENTICATION_INFO.refusal();
    }
    return withKey(call, authorization);
  }

  private Grant withSas(Call call, Target target) throws BlobRefusedException {
    var sas = new SasFields(call.queryParameters());
    for (String field : MANDATORY) {
      if (sas.get(field).isEmpty()) {
        throw failed(field + " is mandatory. Cannot be empty");
      }
    }
    if (sas.get("sv").compareTo(OLDEST_VERSION) < 0) {
      throw BlobError.INVALID_QUERY_PARAMETER_VALUE.refusal("QueryParameterName", "sv");
    }
    String text = sas.stringToSign(resource(sas, target));
    if (!same(account.key().sign(text), sas.get("sig"))) {
      throw failed("Signature did not match. String to sign used was " + text);
    }
    checkTime(sas);
    if (sas.get("spr").equals("https") && !call.encrypted()) {
      throw BlobError.AUTHORIZATION_PROTOCOL_MISMATCH.refusal();
    }
    return new Grant(sas.get("sp"), false);
  }

  private String resource(SasFields sas, Target target) throws BlobRefusedException {
    return switch (sas.get("sr")) {
      case "b" -> SasFields.blobResource(account.name(), target.address());
      case "c" -> SasFields.containerResource(account.name(), target.container());
      default -> throw failed("sr is invalid");
    };
  }

  private void checkTime(SasFields sas) throws BlobRefusedException {
    Instant now = time.instant();
    Instant expiry = instant("se", sas.get("se"));
    Instant start = sas.get("st").isEmpty() ? Instant.MIN : instant("st", sas.get("st"));
    if (now.isBefore(start) || !now.isBefore(expiry)) {
      throw failed(
          "Signature not valid in the specified time frame: Start [%s] - Expiry [%s] - Current [%s]"
              .formatted(
                  start.equals(Instant.MIN) ? "" : HttpTime.format(start),
                  HttpTime.format(expiry),
                  HttpTime.format(now)));
    }
  }

  /** ISO 8601 in UTC: a date, with or without a time, with or without seconds. */
  private static Instant instant(String field, String text) throws BlobRefusedException {
    try {
      return text.contains("T")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw failed(field + " is not a valid time");
    }
  }

  private Grant withKey(Call call, String authorization) throws BlobRefusedException {
    Map<String, String> headers = new HashMap<>();
    call.headers()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    var signature =
        new SharedKeySignature(call.method(), call.path(), call.queryParameters(), headers);
    if (!same(signature.authorization(account), authorization)) {
      throw failed(
          "The MAC signature found in the HTTP request is not the same as any computed one");
    }
    return Grant.OWNER;
  }

  private static boolean same(String expected, String actual) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
  }

  private static BlobRefusedException failed(String detail) {
    return BlobError.AUTHENTICATION_FAILED.refusal(DETAIL, detail);
  }
}
