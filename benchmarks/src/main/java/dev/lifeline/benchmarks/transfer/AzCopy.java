package dev.lifeline.benchmarks.transfer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * AzCopy with its own choice of blocks and connections.
 *
 * @param name as it stands in the tables
 * @param program the file to run
 * @param url of the blob, with its signature
 * @param folder for its logs and plans
 * @param pem the certificate that it trusts
 * @param more options of an upload
 */
record AzCopy(String name, Path program, String url, Path folder, Path pem, List<String> more)
    implements Contender {
  private static final String PROGRAM = "@azure-tools/azcopy-linux/dist/bin/azcopy_linux_amd64";
  private static final String KEYRING_LIBRARY = "libsecret-1.so.0";
  private static final String LIBRARY_OF_EVERY_LINUX = "libdl.so.2";

  static AzCopy in(Path folder, Path peers, String url, Path pem) throws IOException {
    Path program = folder.resolve("azcopy");
    Files.write(program, withoutKeyring(Files.readAllBytes(peers.resolve(PROGRAM))));
    if (!program.toFile().setExecutable(true)) {
      throw new IOException("'%s' cannot be made executable".formatted(program));
    }
    return new AzCopy("AzCopy", program, url, folder, pem, List.of());
  }

  AzCopy with(String option) {
    return new AzCopy("AzCopy " + option, program, url, folder, pem, List.of(option));
  }

  @Override
  public List<String> upload(Path file) {
    List<String> command = new ArrayList<>(List.of(program.toString(), "copy", file.toString()));
    command.addAll(List.of(url, "--from-to=LocalBlob", "--log-level=NONE"));
    command.addAll(more);
    return command;
  }

  @Override
  public List<String> download(Path target) {
    String file = target.resolve("azcopy.zip").toString();
    return List.of(
        program.toString(), "copy", url, file, "--from-to=BlobLocal", "--log-level=NONE");
  }

  @Override
  public Map<String, String> environment() {
    return Map.of(
        "SSL_CERT_FILE", pem.toString(),
        "AZCOPY_LOG_LOCATION", folder.resolve("logs").toString(),
        "AZCOPY_JOB_PLAN_LOCATION", folder.resolve("plans").toString());
  }

  /** It is linked with the desktop's key ring, which a transfer by SAS never calls. */
  private static byte[] withoutKeyring(byte[] program) {
    byte[] name = KEYRING_LIBRARY.getBytes(StandardCharsets.US_ASCII);
    byte[] other =
        Arrays.copyOf(LIBRARY_OF_EVERY_LINUX.getBytes(StandardCharsets.US_ASCII), name.length);
    int at = 0;
    while (!Arrays.equals(program, at, at + name.length, name, 0, name.length)) {
      at++;
    }
    System.arraycopy(other, 0, program, at, name.length);
    return program;
  }
}
