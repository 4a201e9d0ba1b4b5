package dev.lifeline.emulator.blob;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parameters of a service SAS, decoded, and the text that its signature signs (versions
 * 2020-12-06 and later).
 */
record SasFields(Map<String, String> parameters) {
  /** The signed fields before and after the canonical resource, in their order. */
  private static final List<String> BEFORE = List.of("sp", "st", "se");

  private static final List<String> AFTER =
      List.of(
          "si",
          "sip",
          "spr",
          "sv",
          "sr",
          "snapshot",
          "ses",
          "rscc",
          "rscd",
          "rsce",
          "rscl",
          "rsct");

  SasFields {
    parameters = Map.copyOf(parameters);
  }

  String get(String name) {
    return parameters.getOrDefault(name, "");
  }

  /** The text to sign for a canonical resource. */
  String stringToSign(String resource) {
    return Stream.of(
            BEFORE.stream().map(this::get), Stream.of(resource), AFTER.stream().map(this::get))
        .flatMap(fields -> fields)
        .collect(Collectors.joining("\n"));
  }

  static String blobResource(String account, BlobAddress address) {
    return containerResource(account, address.container()) + "/" + address.blob();
  }

  static String containerResource(String account, String container) {
    return "/blob/" + account + "/" + container;
  }
}
