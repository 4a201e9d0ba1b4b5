package dev.lifeline.hub.page;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Stylesheet, scripts and icon. Each is served under a name that holds a part of its SHA-256, so
 * that browsers keep it for good and a newer one has another address. Immutable.
 */
public final class Assets {
  private static final List<String> NAMES =
      List.of("lifeline.css", "lifeline.js", "htmx.js", "icon.svg");
  private static final int HASH_LENGTH = 16;

  private final Map<String, String> addresses = new HashMap<>();
  private final Map<String, Asset> byName = new HashMap<>();

  private record Asset(String type, String content) {}

  /** Reads them all. */
  public Assets() {
    for (String name : NAMES) {
      byte[] content = read(name);
      int dot = name.lastIndexOf('.');
      String hashed = name.substring(0, dot) + "-" + hash(content) + name.substring(dot);
      addresses.put(name, "/assets/" + hashed);
      byName.put(hashed, new Asset(type(name), new String(content, StandardCharsets.UTF_8)));
    }
  }

  /** The address of the asset of that name. */
  public String address(String name) {
    return Objects.requireNonNull(addresses.get(name), name);
  }

  Reply serve(Call call) {
    Asset asset =
        Optional.ofNullable(byName.get(call.http().parameter("asset").orElse("")))
            .orElseThrow(() -> Fault.NOT_FOUND.refuse("There is no such asset."));
    return Reply.lasting(asset.type(), asset.content());
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.'))) {
      case ".css" -> "text/css";
      case ".js" -> "text/javascript";
      default -> "image/svg+xml";
    };
  }

  private static byte[] read(String name) {
    try (InputStream file = Assets.class.getResourceAsStream("assets/" + name)) {
      return Objects.requireNonNull(file, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash).substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
