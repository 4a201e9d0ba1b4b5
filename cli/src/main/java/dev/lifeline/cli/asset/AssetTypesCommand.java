package dev.lifeline.cli.asset;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.cli.shell.Table;
import dev.lifeline.core.model.AssetType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code lifeline asset types}. */
@Command(name = "types", description = "List the asset types.")
public final class AssetTypesCommand implements Runnable {
  private final Shell shell;

  public AssetTypesCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    List<Map<String, Object>> json = new ArrayList<>();
    Table table = new Table("TYPE", "NUMBER", "NAME", "UPLOAD");
    for (AssetType type : AssetType.values()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("type", type.id());
      row.put("fileType", type.number());
      row.put("name", type.title());
      row.put("canBeUploaded", type.canBeUploaded());
      json.add(row);
      table.row(
          type.id(),
          Integer.toString(type.number()),
          type.title(),
          type.canBeUploaded() ? "yes" : "no");
    }
    shell.console().result(json, table.lines());
  }
}
