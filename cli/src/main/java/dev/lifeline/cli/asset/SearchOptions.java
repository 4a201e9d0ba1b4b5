package dev.lifeline.cli.asset;

import dev.lifeline.core.asset.AssetSearch;
import dev.lifeline.core.lookup.NamePattern;
import dev.lifeline.core.model.AssetType;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which assets of a type are meant. */
final class SearchOptions {
  @Option(
      names = "--name",
      paramLabel = "PATTERN",
      description = "Only names that fit; * stands for anything.")
  private @Nullable String name;

  @Option(names = "--shared", description = "Look in the shared library.")
  private boolean shared;

  @Option(names = "--latest", description = "Only the newest match.")
  private boolean latest;

  /** Whether any of them was given. */
  boolean areGiven() {
    return name != null || shared || latest;
  }

  AssetSearch.Query query(AssetType type) {
    return new AssetSearch.Query(type, name == null ? null : NamePattern.of(name), shared, latest);
  }

  /** The end of a sentence that says what was looked for, with a blank before it, or nothing. */
  String words() {
    return name == null ? "" : " is named '" + name + "'";
  }

  /** The same options as they are typed, each with a blank before it. */
  String typed() {
    return (name == null ? "" : " --name \"" + name + "\"") + (shared ? " --shared" : "");
  }
}
