package dev.lifeline.benchmarks.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The built program as people run it, with sign-in and LCS, which the emulator plays.
 *
 * @param name as it stands in the tables
 * @param place where it is and works
 * @param assetId of the asset that it downloads
 * @param more options of an upload
 */
record Lifeline(String name, Place place, String assetId, List<String> more) implements Contender {
  private static final int ARCHIVE_SECONDS = 30;
  private static final String PROGRAM = "Lifeline";

  /**
   * Where it is and works.
   *
   * @param program the launcher
   * @param folder for connections and the launcher's cache
   * @param authorities whom it trusts
   */
  record Place(Path program, Path folder, Path authorities) {
    Map<String, String> environment() {
      return Map.of(
          "LIFELINE_CA_CERTIFICATE", authorities.toString(),
          "LIFELINE_HOME", folder.resolve("home").toString(),
          "XDG_CACHE_HOME", folder.resolve("cache").toString());
    }
  }

  /** With a connection to that emulator, an asset, and the launcher's archive made. */
  static Lifeline connected(Place place, Emulator emulator, Path small, Stopwatch stopwatch)
      throws IOException, InterruptedException {
    Map<String, String> environment = place.environment();
    List<String> create = new ArrayList<>(List.of(place.program.toString()));
    create.addAll(List.of("connection", "create", "benchmark"));
    create.addAll(emulator.connectionOptions());
    Map<String, String> creating = new HashMap<>(environment);
    creating.putAll(emulator.secret());
    stopwatch.time(create, creating);
    Lifeline made = new Lifeline(PROGRAM, place, "", List.of());
    String said = stopwatch.time(made.upload(small), environment).out();
    Matcher id = Pattern.compile("\"assetId\"\\s*:\\s*\"([^\"]+)\"").matcher(said);
    if (!id.find()) {
      throw new IOException("no asset: " + said);
    }
    made.awaitArchive();
    return new Lifeline(PROGRAM, place, id.group(1), List.of());
  }

  Lifeline with(String option) {
    return new Lifeline(name + " " + option, place, assetId, List.of(option));
  }

  @Override
  public List<String> upload(Path file) {
    List<String> command = new ArrayList<>(List.of(place.program.toString()));
    command.addAll(List.of("asset", "upload", "--output=json"));
    command.addAll(more);
    command.add(file.toString());
    return command;
  }

  @Override
  public List<String> download(Path folder) {
    List<String> command = new ArrayList<>(List.of(place.program.toString()));
    command.addAll(List.of("asset", "download", "--id=" + assetId, "--to=" + folder));
    return command;
  }

  @Override
  public Map<String, String> environment() {
    return place.environment();
  }

  private void awaitArchive() throws IOException, InterruptedException {
    Path cache = place.folder.resolve("cache/lifeline");
    for (int second = 0; second < ARCHIVE_SECONDS; second++) {
      TimeUnit.SECONDS.sleep(1);
      try (var files = Files.list(cache)) {
        List<String> names = files.map(Path::toString).toList();
        if (!names.isEmpty() && names.stream().allMatch(it -> it.endsWith(".jsa"))) {
          return;
        }
      }
    }
    throw new IOException("the launcher has made no archive");
  }
}
