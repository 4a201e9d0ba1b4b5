package dev.lifeline.cli.asset;

import dev.lifeline.core.model.Asset;
import dev.lifeline.core.model.AssetType;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.text.Figures;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An asset as it is shown; never where its bytes are, which is a secret. */
final class AssetView {
  private AssetView() {}

  static Map<String, @Nullable Object> json(Asset asset) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("assetId", asset.id().value());
    json.put("name", asset.name());
    json.put("fileName", asset.fileName());
    json.put("fileDescription", asset.description());
    json.put("type", type(asset));
    json.put("fileType", asset.typeNumber());
    json.put("sizeBytes", asset.sizeBytes());
    json.put("modifiedDate", text(asset.modified()));
    json.put("createdDate", text(asset.created()));
    json.put("version", asset.version());
    return json;
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  /** Enough of it for a person to know which one is meant. */
  static String described(Asset asset) {
    String size = size(asset).isEmpty() ? "" : ", " + size(asset);
    String modified = modified(asset).isEmpty() ? "" : ", of " + modified(asset) + " UTC";
    return "'" + asset.name() + "' (" + type(asset) + size + modified + ", id " + asset.id() + ")";
  }

  static String size(Asset asset) {
    return asset.sizeBytes() == null ? "" : Figures.size(asset.sizeBytes());
  }

  static String modified(Asset asset) {
    return asset.modified() == null ? "" : Figures.minute(asset.modified());
  }

  static String type(Asset asset) {
    return AssetType.withNumber(asset.typeNumber())
        .map(AssetType::id)
        .orElse(Integer.toString(asset.typeNumber()));
  }

  /** The asset type that is meant. */
  static AssetType type(String text) {
    return AssetType.of(text)
        .orElseThrow(
            () ->
                Problem.of(ProblemCode.ASSET_TYPE_UNKNOWN, "no asset type is called '" + text + "'")
                    .why("The types are: " + all() + ".")
                    .fix("choose one of them; lifeline asset types shows them with their numbers")
                    .raise());
  }

  private static String all() {
    return Arrays.stream(AssetType.values()).map(AssetType::id).collect(Collectors.joining(", "));
  }
}
