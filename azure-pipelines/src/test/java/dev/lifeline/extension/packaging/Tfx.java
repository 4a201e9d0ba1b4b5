package dev.lifeline.extension.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The packer of extensions, one of the test peers. */
final class Tfx {
  private final Path program;

  Tfx(Path peers) {
    this.program = peers.resolve("node_modules/tfx-cli/_build/tfx-cli.js");
  }

  /**
   * Packs a folder; what it warns of is an error here.
   *
   * @param folder with the manifest vss-extension.json
   * @param output an empty folder for the package
   * @return the package
   */
  Path pack(Path folder, Path output) throws IOException, InterruptedException {
    if (Files.notExists(program)) {
      throw new IOException(
          "packing the extension needs tfx: run ./test, or: npm ci --prefix peers");
    }
    Files.createDirectories(output);
    Path log = output.resolveSibling("tfx.log");
    Process process =
        new ProcessBuilder(command(folder, output))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    process.getOutputStream().close();
    int code = process.waitFor();
    String said = Files.readString(log, StandardCharsets.UTF_8);
    if (code != 0 || said.toLowerCase(java.util.Locale.ROOT).contains("warning")) {
      throw new IOException("tfx ended with " + code + ":\n" + said);
    }
    try (Stream<Path> packed = Files.list(output)) {
      return packed.filter(file -> file.toString().endsWith(".vsix")).findFirst().orElseThrow();
    }
  }

  private List<String> command(Path folder, Path output) {
    return List.of(
        "node",
        program.toString(),
        "extension",
        "create",
        "--no-prompt",
        "--no-color",
        "--root",
        folder.toString(),
        "--manifests",
        folder.resolve("vss-extension.json").toString(),
        "--output-path",
        output.toString());
  }
}
