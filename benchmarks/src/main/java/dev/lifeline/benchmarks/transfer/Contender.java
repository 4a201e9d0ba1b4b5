package dev.lifeline.benchmarks.transfer;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program that moves files. */
interface Contender {
  /** As it stands in the tables. */
  String name();

  /** The command that sends a file. */
  List<String> upload(Path file);

  /** The command that fetches the blob into a file in a folder, under whatever name. */
  List<String> download(Path folder);

  /** Variables for both. */
  Map<String, String> environment();
}
