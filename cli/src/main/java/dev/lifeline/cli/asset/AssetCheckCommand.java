package dev.lifeline.cli.asset;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.asset.AssetUpload;
import dev.lifeline.core.model.AssetType;
import dev.lifeline.core.packaging.PackageCheck;
import dev.lifeline.core.packaging.PackageFinding;
import dev.lifeline.core.packaging.PackageReport;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.text.Figures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lifeline asset check}. */
@Command(
    name = "check",
    description = {
      "Look whether a file can become an asset of its type.",
      "Nothing is sent, and no connection is needed. Fails when LCS would refuse the file."
    })
public final class AssetCheckCommand implements Runnable {
  @Parameters(paramLabel = "FILE", description = "The file to look at.")
  private Path file;

  @Mixin private AssetTypeOption type;

  @Option(
      names = "--name",
      paramLabel = "TEXT",
      description = "The name it shall have in the library; default: the file name.")
  private @Nullable String name;

  @Option(names = "--description", paramLabel = "TEXT", description = "Its description.")
  private @Nullable String description;

  private final Shell shell;

  public AssetCheckCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    AssetType assetType = type.type();
    long bytes = new AssetUpload.Order(file, assetType, name, description).requireFile();
    PackageReport report = new PackageCheck(file, assetType, name, description).run();
    show(assetType, bytes, report);
    Optional<Problem> problem = report.problem();
    if (problem.isPresent()) {
      throw problem.get().raise();
    }
  }

  private void show(AssetType assetType, long bytes, PackageReport report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", file.toString());
    json.put("type", assetType.id());
    json.put("sizeBytes", bytes);
    json.put("canBeUploaded", report.errors().isEmpty());
    json.put("findings", report.findings().stream().map(AssetCheckCommand::json).toList());
    List<String> lines = new ArrayList<>();
    report.findings().forEach(finding -> lines.addAll(lines(finding)));
    if (report.errors().isEmpty()) {
      lines.add(
          "'"
              + file.getFileName()
              + "', "
              + Figures.size(bytes)
              + ", can be uploaded as "
              + assetType.id());
    }
    shell.console().result(json, lines);
  }

  private static Map<String, @Nullable Object> json(PackageFinding finding) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("rule", finding.rule().id());
    json.put("severity", finding.severity().id());
    json.put("message", finding.what());
    json.put("why", finding.why());
    json.put("fix", finding.fix());
    return json;
  }

  private static List<String> lines(PackageFinding finding) {
    List<String> lines = new ArrayList<>();
    lines.add((finding.isError() ? "failed   " : "warning  ") + finding.what());
    if (finding.why() != null) {
      lines.add("  why:   " + finding.why());
    }
    lines.add("  fix:   " + finding.fix());
    return lines;
  }
}
