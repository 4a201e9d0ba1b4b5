package dev.lifeline.core.model;

import org.jspecify.annotations.Nullable;

/**
 * What an asset shall be called once it is in the library.
 *
 * @param name the name in the library, not blank
 * @param fileName the name of the file, not blank
 * @param description free text, or null
 * @param type one that can be uploaded
 */
public record NewAsset(String name, String fileName, @Nullable String description, AssetType type) {
  public NewAsset {
    if (name.isBlank() || fileName.isBlank()) {
      throw new IllegalArgumentException("an asset has a name and a file name");
    }
    if (!type.canBeUploaded()) {
      throw new IllegalArgumentException("assets of type " + type.id() + " cannot be uploaded");
    }
  }
}
