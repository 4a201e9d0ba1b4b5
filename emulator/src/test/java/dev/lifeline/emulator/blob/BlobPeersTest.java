package dev.lifeline.emulator.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.peers.AzCopy;
import dev.lifeline.emulator.peers.Peers;
import dev.lifeline.emulator.server.LoopbackServer;
import dev.lifeline.emulator.tls.LoopbackCertificate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AzCopy and the SDK for JavaScript take the service for Azure's, over TLS. */
class BlobPeersTest {
  private static final int SIZE = 20 * 1024 * 1024 + 77;
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir private Path folder;

  private BlobService service;
  private LoopbackServer server;
  private BlobStorage storage;
  private Path authority;
  private Path source;
  private Path target;

  @BeforeEach
  void start() throws IOException {
    var random = new SecureRandom();
    LoopbackCertificate certificate = LoopbackCertificate.fresh(Clock.systemUTC(), random);
    service = BlobService.temporary(Clock.systemUTC(), random);
    server = LoopbackServer.start(0, certificate.sslContext(), service);
    storage = service.storageAt(URI.create("https://localhost:" + server.port()), "assets");
    authority = Files.writeString(folder.resolve("ca.pem"), certificate.authorityPem());
    byte[] content = new byte[SIZE];
    new Random(42).nextBytes(content);
    source = Files.write(folder.resolve("source.zip"), content);
    target = folder.resolve("target.zip");
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    service.close();
  }

  @Test
  void azcopy_uploads_in_blocks_and_downloads_the_same_bytes() throws Exception {
    URI upload = storage.uploadUrl("a folder/package.zip", HOUR);
    URI download = storage.downloadUrl("a folder/package.zip", HOUR);

    var azCopy = new AzCopy(folder, authority);

    // An upload SAS reads nothing, so AzCopy cannot ask for the length afterwards.
    azCopy
        .run(
            "copy",
            source.toString(),
            upload.toString(),
            "--from-to=LocalBlob",
            "--put-md5",
            "--check-length=false")
        .outputOfSuccess();
    azCopy
        .run("copy", download.toString(), target.toString(), "--from-to=BlobLocal")
        .outputOfSuccess();

    assertThat(storage.size("a folder/package.zip")).hasValue(SIZE);
    assertThat(target).hasSameBinaryContentAs(source);
  }

  @Test
  void the_sdk_for_javascript_uploads_in_blocks_and_downloads_the_same_bytes() throws Exception {
    URI upload = storage.uploadUrl("package.zip", HOUR);
    URI download = storage.downloadUrl("package.zip", HOUR);
    String script =
        """
        const { BlockBlobClient } = require('@azure/storage-blob');
        const [upload, download, source, target] = process.argv.slice(2);
        (async () => {
          const up = await new BlockBlobClient(upload).uploadFile(source, {
            blockSize: 4 * 1024 * 1024, concurrency: 4, maxSingleShotSize: 1024,
            blobHTTPHeaders: { blobContentType: 'application/zip' },
          });
          const client = new BlockBlobClient(download);
          const properties = await client.getProperties();
          await client.downloadToFile(target);
          console.log([properties.contentType, properties.contentLength,
            properties.etag === up.etag].join(' '));
        })().catch(e => { console.error(e); process.exit(1); });
        """;

    String said =
        Peers.node(
                script,
                Map.of("NODE_EXTRA_CA_CERTS", authority.toString()),
                upload.toString(),
                download.toString(),
                source.toString(),
                target.toString())
            .outputOfSuccess();

    assertThat(said).contains("application/zip " + SIZE + " true");
    assertThat(target).hasSameBinaryContentAs(source);
  }

  @Test
  void the_sdk_for_javascript_understands_a_refusal() throws Exception {
    URI expired = storage.downloadUrl("package.zip", Duration.ofMinutes(-5));
    String script =
        """
        const { BlockBlobClient } = require('@azure/storage-blob');
        new BlockBlobClient(process.argv[2]).download().catch(e =>
          console.log(e.statusCode, e.code, e.details.authenticationErrorDetail));
        """;

    String said =
        Peers.node(script, Map.of("NODE_EXTRA_CA_CERTS", authority.toString()), expired.toString())
            .outputOfSuccess();

    assertThat(said)
        .contains("403 AuthenticationFailed Signature not valid in the specified time frame");
  }
}
