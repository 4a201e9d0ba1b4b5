package dev.lifeline.core.lcs;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.Body;
import dev.lifeline.core.http.Repeat;
import dev.lifeline.core.json.Json;
import dev.lifeline.core.lcs.wire.AssetJson;
import dev.lifeline.core.lcs.wire.CreateAssetJson;
import dev.lifeline.core.model.Asset;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.AssetType;
import dev.lifeline.core.model.NewAsset;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.SasUrl;
import dev.lifeline.core.model.ValidationStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The asset library's calls (LCS API: asset library). */
final class AssetCalls {
  private AssetCalls() {}

  static LcsCall<Asset> create(ProjectId project, NewAsset asset) {
    String does = "create the asset '" + asset.name() + "'";
    String body =
        Json.write(
            CreateAssetJson.of(
                asset.name(), asset.fileName(), asset.description(), asset.type().number()));
    return new LcsCall<>(
        does,
        "POST",
        "/box/fileasset/CreateFileAsset/" + project,
        Body.json(body),
        Repeat
            .AFTER_AN_ANSWER, // not in the library before its commit, so a second one does no harm
        NotVisible.project(project),
        List.of(),
        answer -> withLocation(does, one(does, answer)));
  }

  static LcsCall<Boolean> commit(ProjectId project, AssetId asset) {
    String does = "commit the asset " + asset;
    return new LcsCall<>(
        does,
        "POST",
        "/box/fileasset/CommitFileAsset/" + project + "?assetId=" + asset,
        Body.empty(),
        Repeat.AFTER_AN_ANSWER,
        NotVisible.asset(project, asset),
        List.of(),
        answer -> Judge.done(does, answer));
  }

  static LcsCall<Boolean> delete(ProjectId project, AssetId asset) {
    String does = "delete the asset " + asset;
    return new LcsCall<>(
        does,
        "POST",
        "/box/fileasset/DeleteFileAsset/" + project + "?assetId=" + asset,
        Body.empty(),
        Repeat.AFTER_AN_ANSWER,
        NotVisible.asset(project, asset),
        List.of(),
        answer -> Judge.done(does, answer));
  }

  static LcsCall<Asset> get(ProjectId project, AssetId asset) {
    String does = "show the asset " + asset;
    return reading(
        does,
        "/box/fileasset/GetFileAsset/" + project + "?assetId=" + asset,
        new Scope(project, asset),
        answer -> toAsset(does, present(answer, asset, project)));
  }

  static LcsCall<List<Asset>> list(ProjectId project, AssetType type) {
    String does = "list the assets of type " + type.id();
    return reading(
        does,
        "/box/fileasset/GetAssets/" + project + "?fileType=" + type.number(),
        new Scope(project, null),
        answer -> many(does, answer));
  }

  static LcsCall<List<Asset>> shared(AssetType type) {
    String does = "list the shared assets of type " + type.id();
    return reading(
        does,
        "/box/fileasset/GetSharedAssets?fileType=" + type.number(),
        new Scope(null, null),
        answer -> many(does, answer));
  }

  static LcsCall<ValidationStatus> validation(ProjectId project, AssetId asset) {
    return reading(
        "show the validation of the asset " + asset,
        "/box/fileasset/GetFileAssetValidationStatus/" + project + "?assetId=" + asset,
        new Scope(project, asset),
        answer -> {
          String status = present(answer, asset, project).displayStatus();
          return new ValidationStatus(status == null ? "" : status);
        });
  }

  private record Scope(@Nullable ProjectId project, @Nullable AssetId asset) {}

  private static <T> LcsCall<T> reading(
      String does, String path, Scope scope, Function<Answer, T> reader) {
    ProjectId project = scope.project();
    AssetId asset = scope.asset();
    return LcsCall.asking(
        does,
        path,
        project == null
            ? NotVisible.library()
            : asset == null ? NotVisible.project(project) : NotVisible.asset(project, asset),
        reader);
  }

  private static AssetJson one(String does, Answer answer) {
    AssetJson json = Judge.json(does, answer, AssetJson.class);
    if (json.id() == null) {
      throw Judge.refused(does, answer, json.message()).raise();
    }
    return json;
  }

  /** An empty answer is one of the ways in which LCS says that it does not know the asset. */
  private static AssetJson present(Answer answer, AssetId asset, ProjectId project) {
    if (answer.text().isBlank() || answer.text().strip().equals("null")) {
      throw NotVisible.asset(project, asset).raise();
    }
    return one("show the asset " + asset, answer);
  }

  private static List<Asset> many(String does, Answer answer) {
    AssetJson[] all = Judge.json(does, answer, AssetJson[].class);
    return Arrays.stream(all).filter(Objects::nonNull).map(json -> toAsset(does, json)).toList();
  }

  private static Asset withLocation(String does, AssetJson json) {
    Asset asset = toAsset(does, json);
    if (asset.location() == null) {
      throw Judge.unreadable(does, "it names no place for the bytes").raise();
    }
    return asset;
  }

  private static Asset toAsset(String does, AssetJson json) {
    try {
      String date = json.modifiedDate() == null ? json.createdDate() : json.modifiedDate();
      String location = json.fileLocation();
      return new Asset(
          new AssetId(text(json.id())),
          text(json.name()),
          text(json.fileName()),
          json.fileDescription(),
          json.version(),
          json.fileType() == null ? 0 : json.fileType(),
          json.sizeByte(),
          LcsDates.instant(date).orElse(null),
          LcsDates.instant(json.createdDate()).orElse(null),
          location == null || location.isBlank() ? null : SasUrl.of(location));
    } catch (IllegalArgumentException e) {
      throw Judge.unreadable(does, String.valueOf(e.getMessage())).raise(e);
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
