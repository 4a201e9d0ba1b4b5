package dev.lifeline.core.blob;

import dev.lifeline.core.event.Event;
import dev.lifeline.core.http.Retries;
import dev.lifeline.core.http.RetryPolicy;
import dev.lifeline.core.http.SocketTransport;
import dev.lifeline.core.http.TimeLimits;
import dev.lifeline.core.model.BlockCheck;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.SasUrl;
import dev.lifeline.core.model.TransferSettings;
import dev.lifeline.core.testing.ManualTime;
import dev.lifeline.emulator.blob.BlobAccount;
import dev.lifeline.emulator.blob.BlobService;
import dev.lifeline.emulator.blob.BlobStorage;
import dev.lifeline.emulator.blob.RemoteBlobStorage;
import dev.lifeline.emulator.server.LoopbackServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A blob store, the emulator's or Azurite, and a client before it that cuts small blocks. */
final class BlobLab implements AutoCloseable {
  static final int BLOCK_BYTES = 1000;
  static final TransferSettings SETTINGS = new TransferSettings(BLOCK_BYTES, 3, BlockCheck.CRC64);

  /** So large that one range is the whole of any blob here. */
  static final TransferSettings ONE_RANGE = new TransferSettings(1_000_000, 1, BlockCheck.CRC64);

  static final String BLOB = "assets/package 1.zip";

  private static final Duration VALID_FOR = Duration.ofHours(1);

  final ManualTime time;
  final List<Event> events = new CopyOnWriteArrayList<>();
  final BlobStorage storage;
  final Mishaps way;
  final Retries retries;
  final BlobClient client;
  private final List<Closeable> opened = new ArrayList<>();

  private BlobLab(ManualTime time, BlobStorage storage) {
    this.time = time;
    this.storage = storage;
    this.way =
        new Mishaps(
            new SocketTransport(NetworkSettings.DEFAULTS, TimeLimits.DEFAULTS, time, events::add));
    this.retries = new Retries(RetryPolicy.TRANSFER, time, new Random(1), events::add);
    opened.add(way::close);
    this.client = new BlobClient(way, retries, UUID::randomUUID);
  }

  /** With the emulator's own blob service. */
  static BlobLab emulator(Instant now) throws IOException {
    ManualTime time = new ManualTime(now);
    BlobService service = BlobService.temporary(time, new SecureRandom());
    LoopbackServer server = LoopbackServer.start(0, null, service);
    URI endpoint = URI.create("http://localhost:" + server.port());
    BlobLab lab = new BlobLab(time, service.storageAt(endpoint, "container"));
    lab.opened.add(service::close);
    lab.opened.add(server::close);
    return lab;
  }

  /** With a container of its own in Azurite. */
  static BlobLab azurite(URI endpoint, Instant now) throws IOException {
    ManualTime time = new ManualTime(now);
    String container = "c" + UUID.randomUUID();
    return new BlobLab(
        time, RemoteBlobStorage.open(endpoint, BlobAccount.AZURITE, container, time));
  }

  SasUrl uploadUrl() {
    return SasUrl.of(storage.uploadUrl(BLOB, VALID_FOR).toString());
  }

  SasUrl downloadUrl() {
    return SasUrl.of(storage.downloadUrl(BLOB, VALID_FOR).toString());
  }

  Sent upload(Path file) {
    return upload(file, uploadUrl(), null);
  }

  Received download(Path target) {
    return download(downloadUrl(), target, SETTINGS);
  }

  Sent upload(Path file, SasUrl url, @Nullable Path journal) {
    return client.upload(new UploadOrder(file, SasSource.of(url), SETTINGS, journal));
  }

  Received download(SasUrl url, Path target, TransferSettings settings) {
    return client.download(new DownloadOrder(SasSource.of(url), target, false, settings));
  }

  /** A file of that many random bytes. */
  static Path file(Path folder, int bytes) throws IOException {
    return Files.write(folder.resolve("source.zip"), content(bytes));
  }

  static byte[] content(int bytes) {
    byte[] content = new byte[bytes];
    new Random(bytes).nextBytes(content);
    return content;
  }

  @Override
  public void close() throws IOException {
    Collections.reverse(opened);
    for (Closeable it : opened) {
      it.close();
    }
    storage.close();
  }
}
