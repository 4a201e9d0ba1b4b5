package dev.lifeline.emulator.blob;

import dev.lifeline.emulator.server.PercentEncoding;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Signs service SAS of an account as the Blob service defines them (version 2021-12-02). What it
 * returns is a secret. Thread-safe.
 */
public final class SasSigner {
  /** The version of the signature format, and of the requests made here. */
  static final String VERSION = "2021-12-02";

  private final BlobAccount account;

  /** A signer with the account's key. */
  public SasSigner(BlobAccount account) {
    this.account = account;
  }

  /** The query, without question mark, that opens one blob. */
  public String forBlob(String container, String blob, SasTerms terms) {
    var address = new BlobAddress(container, blob);
    return query("b", SasFields.blobResource(account.name(), address), terms);
  }

  /** The query, without question mark, that opens every blob of a container. */
  public String forContainer(String container, SasTerms terms) {
    return query("c", SasFields.containerResource(account.name(), container), terms);
  }

  private String query(String scope, String resource, SasTerms terms) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("sv", VERSION);
    Instant start = terms.start();
    if (start != null) {
      parameters.put("st", start.truncatedTo(ChronoUnit.SECONDS).toString());
    }
    parameters.put("se", terms.expiry().truncatedTo(ChronoUnit.SECONDS).toString());
    parameters.put("sr", scope);
    parameters.put("sp", terms.permissions());
    parameters.put("spr", terms.httpsOnly() ? "https" : "https,http");
    String text = new SasFields(parameters).stringToSign(resource);
    parameters.put("sig", account.key().sign(text));
    return parameters.entrySet().stream()
        .map(field -> field.getKey() + "=" + PercentEncoding.encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }
}
