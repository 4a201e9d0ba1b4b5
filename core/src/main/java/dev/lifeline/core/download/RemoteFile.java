package dev.lifeline.core.download;

import dev.lifeline.core.model.SasUrl;
import java.util.function.Supplier;

/**
 * A file that LCS has. Its names are foreign text: they may hold anything.
 *
 * @param id what LCS knows it by, letters, digits and dashes
 * @param name its name in LCS, for people
 * @param fileName the name of the file, may be empty; then the name in LCS counts
 * @param address asks LCS where its bytes are; asked just before they are fetched
 */
public record RemoteFile(String id, String name, String fileName, Supplier<SasUrl> address) {
  /** The name that it gets here. */
  String localName() {
    return LocalFileName.of(fileName.isBlank() ? name : fileName, "asset-" + id);
  }
}
