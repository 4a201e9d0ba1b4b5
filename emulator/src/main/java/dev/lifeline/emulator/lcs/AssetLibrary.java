package dev.lifeline.emulator.lcs;

import dev.lifeline.emulator.blob.BlobStorage;
import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.json.Json;
import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.server.Reply;
import dev.lifeline.emulator.server.Routes;
import dev.lifeline.emulator.world.Asset;
import dev.lifeline.emulator.world.Guid;
import dev.lifeline.emulator.world.ProjectId;
import dev.lifeline.emulator.world.World;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The calls of the asset library. Project assets have no versions: two of the same name are two
 * assets.
 */
final class AssetLibrary {

  private final World world;
  private final BlobStorage storage;
  private final Supplier<UUID> ids;

  AssetLibrary(World world, BlobStorage storage, Supplier<UUID> ids) {
    this.world = world;
    this.storage = storage;
    this.ids = ids;
  }

  Reply create(Call call, Routes.Names path, Caller caller) throws RefusedException, IOException {
    caller.mustChange();
    Map<String, @Nullable Object> body = body(call);
    int fileType = body.get("FileType") instanceof Number number ? number.intValue() : 0;
    if (!AssetType.isUploadable(fileType)) {
      throw new RefusedException(400, "The file type " + fileType + " is not supported.");
    }
    Asset asset =
        new Asset(
            ids.get(),
            caller.project(),
            text(body, "Name"),
            text(body, "FileName"),
            body.get("FileDescription") instanceof String description ? description : null,
            fileType,
            0,
            world.clock().now(),
            null);
    world.changeLifecycle(it -> it.with(asset));
    String location = storage.uploadUrl(asset.blobName(), sasLifetime()).toString();
    return Reply.status(200)
        .json(json(asset, LcsTexts.dashed(asset.id())).with("FileLocation", location).tree());
  }

  Reply commit(Call call, Routes.Names path, Caller caller) throws RefusedException, IOException {
    caller.mustChange();
    Asset asset = asset(call, caller);
    OptionalLong size = storage.size(asset.blobName());
    if (size.isEmpty()) {
      throw new RefusedException(
          400, "The file of asset " + asset.id() + " has not been uploaded.");
    }
    Duration age = world.clock().age();
    world.changeLifecycle(it -> it.with(asset.committedAt(age, size.getAsLong())));
    return Reply.status(204);
  }

  Reply get(Call call, Routes.Names path, Caller caller) throws RefusedException {
    Asset any = asset(call, caller);
    if (!any.isCommitted() && world.settings().renewsUploads()) {
      String location = storage.uploadUrl(any.blobName(), sasLifetime()).toString();
      return Reply.status(200)
          .json(json(any, LcsTexts.dashed(any.id())).with("FileLocation", location).tree());
    }
    Asset asset = committed(call, caller);
    return Reply.status(200).json(readable(asset, LcsTexts.dashed(asset.id())).tree());
  }

  Reply validation(Call call, Routes.Names path, Caller caller) throws RefusedException {
    Asset asset = committed(call, caller);
    return Reply.status(200)
        .json(
            json(asset, LcsTexts.dashed(asset.id()))
                .with("FileLocation", null)
                .with("DisplayStatus", asset.validation(world.clock().age()).word())
                .tree());
  }

  Reply list(Call call, Routes.Names path, Caller caller) throws RefusedException {
    int fileType = fileType(call);
    return rows(
        assets(caller.project(), fileType).stream()
            .map(it -> readable(it, LcsTexts.digits(it.id())))
            .toList());
  }

  Reply listShared(Call call, Routes.Names path) throws IOException {
    int fileType;
    try {
      fileType = fileType(call);
    } catch (RefusedException e) {
      return e.reply();
    }
    return rows(
        assets(null, fileType).stream()
            .map(it -> json(it, LcsTexts.digits(it.id())).with("FileLocation", null))
            .toList());
  }

  Reply delete(Call call, Routes.Names path, Caller caller) throws RefusedException, IOException {
    caller.mustChange();
    Asset asset = asset(call, caller);
    if (asset.project() == null) {
      throw new RefusedException(403, "Assets of the shared library cannot be deleted here.");
    }
    world.changeLifecycle(it -> it.withoutAsset(asset.id()));
    storage.delete(asset.blobName());
    return Reply.status(200);
  }

  /** Backups are listed by the database API only. */
  private List<Asset> assets(@Nullable ProjectId project, int fileType) {
    return world.lifecycle().assets().stream()
        .filter(Asset::isCommitted)
        .filter(it -> it.fileType() == fileType && fileType != Asset.DATABASE_BACKUP)
        .filter(it -> Objects.equals(it.project(), project))
        .toList();
  }

  /** An asset is not in the library until it is committed. */
  private Asset committed(Call call, Caller caller) throws RefusedException {
    Asset asset = asset(call, caller);
    if (!asset.isCommitted()) {
      throw notFound(LcsTexts.dashed(asset.id()));
    }
    return asset;
  }

  private Asset asset(Call call, Caller caller) throws RefusedException {
    String id = call.queryParameters().getOrDefault("assetId", "");
    return Guid.parse(id)
        .flatMap(it -> world.lifecycle().asset(caller.project(), it))
        .orElseThrow(() -> notFound(id));
  }

  private static RefusedException notFound(String id) {
    return new RefusedException(404, "Asset " + id + " was not found.");
  }

  private static int fileType(Call call) throws RefusedException {
    String text = call.queryParameters().getOrDefault("fileType", "");
    int fileType = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    if (!AssetType.isKnown(fileType)) {
      throw new RefusedException(400, "The file type " + text + " is not valid.");
    }
    return fileType;
  }

  private static Map<String, @Nullable Object> body(Call call)
      throws RefusedException, IOException {
    try {
      return Json.parseObject(call.bodyText());
    } catch (IllegalArgumentException e) {
      throw new RefusedException(400, "The request is invalid.");
    }
  }

  private static String text(Map<String, @Nullable Object> body, String name)
      throws RefusedException {
    if (body.get(name) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw new RefusedException(400, "The field " + name + " is required.");
  }

  private static Reply rows(List<Fields> rows) {
    return Reply.status(200).json(rows.stream().map(Fields::tree).toList());
  }

  private Fields readable(Asset asset, String id) {
    String location = storage.downloadUrl(asset.blobName(), sasLifetime()).toString();
    return json(asset, id).with("FileLocation", location);
  }

  /** The fields that clients know, among some that none has ever used. */
  private static Fields json(Asset asset, String id) {
    String created = LcsTexts.plainDate(asset.created());
    return Fields.of("Id", id)
        .with("Name", asset.name())
        .with("FileName", asset.fileName())
        .with("FileDescription", asset.description())
        .with("Version", asset.project() == null ? "1" : null)
        .with("ModifiedDate", created)
        .with("CreatedDate", created)
        .with("SizeByte", asset.sizeBytes())
        .with("FileType", asset.fileType())
        .with("Scope", asset.project() == null ? 2 : 1)
        .with("Tags", List.of());
  }

  private Duration sasLifetime() {
    return world.settings().sasLifetime();
  }
}
