package dev.lifeline.core.lcs.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body that creates an asset (LCS API: asset library, create). */
public final class CreateAssetJson {
  private CreateAssetJson() {}

  /** The fields under LCS's names; the size is always sent as zero, as Microsoft's client does. */
  public static Map<String, @Nullable Object> of(
      String name, String fileName, @Nullable String description, int fileType) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("Name", name);
    body.put("FileName", fileName);
    body.put("FileDescription", description);
    body.put("SizeByte", 0);
    body.put("FileType", fileType);
    return body;
  }
}
