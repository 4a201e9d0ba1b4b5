package dev.lifeline.emulator.peers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** AzCopy with a folder of its own for logs and plans, and a certification authority it trusts. */
public final class AzCopy {
  private static final String PROGRAM = "@azure-tools/azcopy-linux/dist/bin/azcopy_linux_amd64";
  private static final String KEYRING_LIBRARY = "libsecret-1.so.0";
  private static final String LIBRARY_OF_EVERY_LINUX = "libdl.so.2";

  private final Path folder;
  private final Path program;
  private final Path trusted;

  /**
   * AzCopy that works in a folder.
   *
   * @param trusted a PEM file
   */
  public AzCopy(Path folder, Path trusted) throws IOException {
    this.folder = folder;
    this.program = folder.resolve("azcopy");
    this.trusted = trusted;
    Files.write(program, withoutKeyring(Files.readAllBytes(Peers.file(PROGRAM))));
    if (!program.toFile().setExecutable(true)) {
      throw new IOException("'%s' cannot be made executable".formatted(program));
    }
  }

  /** Runs it with these arguments. */
  public Peers.Outcome run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    command.add("--log-level=NONE");
    var builder = new ProcessBuilder(command);
    builder.environment().put("SSL_CERT_FILE", trusted.toString());
    builder.environment().put("AZCOPY_LOG_LOCATION", folder.resolve("logs").toString());
    builder.environment().put("AZCOPY_JOB_PLAN_LOCATION", folder.resolve("plans").toString());
    return Peers.run(builder);
  }

  /**
   * The program is linked with the desktop's key ring, which a build machine does not have, and a
   * transfer by SAS never calls: its functions are bound when they are called.
   */
  private static byte[] withoutKeyring(byte[] program) {
    byte[] name = KEYRING_LIBRARY.getBytes(StandardCharsets.US_ASCII);
    byte[] replacement =
        Arrays.copyOf(LIBRARY_OF_EVERY_LINUX.getBytes(StandardCharsets.US_ASCII), name.length);
    int at = 0;
    while (!Arrays.equals(program, at, at + name.length, name, 0, name.length)) {
      at++;
    }
    System.arraycopy(replacement, 0, program, at, name.length);
    return program;
  }
}
