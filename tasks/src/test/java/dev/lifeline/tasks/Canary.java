package dev.lifeline.tasks;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for secrets in texts and folders, in each spelling in which they could leak. */
final class Canary {
  private final Set<String> spellings = new LinkedHashSet<>();

  /** Remembers a secret. */
  void add(String secret) {
    spellings.add(secret);
    String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    spellings.add(encoded);
    spellings.add(encoded.replace("+", "%20"));
    spellings.add(secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"));
    spellings.add(secret.replace("&", "\\u0026").replace("+", "\\u002b").replace("#", "\\u0023"));
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    for (int lead = 0; lead < 3; lead++) {
      spellings.add(base64After(lead, bytes));
    }
  }

  int size() {
    return spellings.size();
  }

  /** Where a secret stands, as the names of the texts. */
  List<String> findIn(Map<String, String> texts) {
    List<String> found = new ArrayList<>();
    texts.forEach(
        (name, text) -> {
          if (spellings.stream().anyMatch(text::contains)) {
            found.add(name);
          }
        });
    return found;
  }

  /** Each file of a folder by its name; bytes as characters, so that nothing is lost. */
  static Map<String, String> filesIn(Path folder) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        texts.put(
            file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return texts;
  }

  /** What a secret looks like inside of longer Base64, without the characters it shares. */
  private static String base64After(int lead, byte[] secret) {
    byte[] shifted = new byte[lead + secret.length];
    System.arraycopy(secret, 0, shifted, lead, secret.length);
    String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    return encoded.substring(lead == 0 ? 0 : lead + 1, encoded.length() - 1);
  }
}
