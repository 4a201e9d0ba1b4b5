package dev.lifeline.core.asset;

import dev.lifeline.core.blob.SourceFile;
import dev.lifeline.core.connection.Shelf;
import dev.lifeline.core.json.Json;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.SasUrl;
import dev.lifeline.core.model.Secret;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An upload that is under way, as a later run will find it. */
sealed interface UploadDraft extends AutoCloseable {
  /** An upload that leaves nothing. */
  UploadDraft NONE = new Unkept();

  /**
   * An upload that an earlier run began.
   *
   * @param asset created in LCS, not committed
   * @param address where its bytes go; may have expired
   * @param since when it was created
   * @param sha256 of the content once all of it had arrived, else null
   */
  record Begun(AssetId asset, SasUrl address, Instant since, @Nullable String sha256) {}

  /** What an earlier run of the same upload began, if the file is still the same. */
  Optional<Begun> begun();

  /** The asset is created. */
  void begin(AssetId asset, SasUrl address);

  /** All bytes have arrived; the commit comes next. */
  void arrived(String sha256);

  /** The asset is in the library, or is given up: nothing is left to go on with. */
  void forget();

  /** Whether a later run will find it. */
  boolean isKept();

  /** Where the blocks that arrived are written down, or null when they are not. */
  @Nullable Path journal();

  /** Lets another run have it. */
  @Override
  void close();

  /** Remembers nothing. */
  final class Unkept implements UploadDraft {
    private Unkept() {}

    @Override
    public Optional<Begun> begun() {
      return Optional.empty();
    }

    @Override
    public void begin(AssetId asset, SasUrl address) {}

    @Override
    public void arrived(String sha256) {}

    @Override
    public void forget() {}

    @Override
    public boolean isKept() {
      return false;
    }

    @Override
    public @Nullable Path journal() {
      return null;
    }

    @Override
    public void close() {}
  }

  /** Kept on the shelf; the address, a secret, is sealed there. For one thread. */
  final class Kept implements UploadDraft {
    private static final String BLOCKS = ".blocks";

    private final Shelf shelf;
    private final Shelf.Held held;
    private final String name;
    private final SourceFile file;
    private final InstantSource clock;
    private final Map<String, Object> note = new LinkedHashMap<>();

    Kept(Shelf shelf, Shelf.Held held, String name, SourceFile file, InstantSource clock) {
      this.shelf = shelf;
      this.held = held;
      this.name = name;
      this.file = file;
      this.clock = clock;
    }

    private record NoteJson(
        @Nullable String assetId,
        @Nullable String address,
        @Nullable String since,
        @Nullable Long sizeBytes,
        @Nullable Long modifiedMillis,
        @Nullable String sha256) {}

    @Override
    public Optional<Begun> begun() {
      Optional<Begun> found =
          shelf.read(name).flatMap(text -> Json.read(text, NoteJson.class)).flatMap(this::begun);
      if (found.isEmpty()) {
        forget();
      }
      return found;
    }

    private Optional<Begun> begun(NoteJson json) {
      String sealed = json.address();
      boolean sameFile =
          Long.valueOf(file.sizeBytes()).equals(json.sizeBytes())
              && Long.valueOf(file.modifiedMillis()).equals(json.modifiedMillis());
      if (!sameFile || sealed == null || json.assetId() == null || json.since() == null) {
        return Optional.empty();
      }
      try {
        AssetId asset = new AssetId(json.assetId());
        Instant since = Instant.parse(json.since());
        boolean young = since.plus(UploadMemory.BLOCKS_LIVE).isAfter(clock.instant());
        Optional<Secret> address = young ? shelf.open(sealed) : Optional.empty();
        if (address.isPresent()) {
          keep(asset, sealed, since);
        }
        return address.map(
            secret -> new Begun(asset, SasUrl.of(secret.reveal()), since, json.sha256()));
      } catch (IllegalArgumentException | DateTimeException e) {
        return Optional.empty();
      }
    }

    @Override
    public void begin(AssetId asset, SasUrl address) {
      shelf
          .seal(Secret.of(address.reveal().toString()))
          .ifPresent(text -> keep(asset, text, clock.instant()));
      write();
    }

    @Override
    public void arrived(String sha256) {
      if (!note.isEmpty()) {
        note.put("sha256", sha256);
      }
      write();
    }

    private void keep(AssetId asset, String sealed, Instant since) {
      note.put("assetId", asset.value());
      note.put("address", sealed);
      note.put("since", since.toString());
      note.put("sizeBytes", file.sizeBytes());
      note.put("modifiedMillis", file.modifiedMillis());
    }

    private void write() {
      if (!note.isEmpty()) {
        shelf.write(name, Json.write(note));
      }
    }

    @Override
    public void forget() {
      note.clear();
      shelf.remove(name);
      shelf.remove(name + BLOCKS);
    }

    @Override
    public boolean isKept() {
      return shelf.read(name).isPresent();
    }

    @Override
    public Path journal() {
      return shelf.path(name + BLOCKS);
    }

    @Override
    public void close() {
      held.close();
    }
  }
}
