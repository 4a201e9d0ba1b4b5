package dev.lifeline.cli.pipeline;

import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a YAML file as Azure Pipelines does: one document, no anchors, a mapping at its root. */
final class YamlFile {
  private static final long MOST_BYTES = 4L * 1024 * 1024;

  private final Path file;
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private YamlFile(Path file) {
    this.file = file;
  }

  /**
   * Reads the file.
   *
   * @throws LifelineException FILE_NOT_FOUND, FILE_IS_FOLDER, FILE_UNREADABLE; PIPELINE_UNREADABLE
   */
  static Yaml.Fields read(Path file) {
    return new YamlFile(file).root();
  }

  private Yaml.Fields root() {
    try {
      Optional<Node> root =
          new Compose(LoadSettings.builder().setLabel(file.toString()).build())
              .composeString(text());
      if (root.isPresent() && yaml(root.get()) instanceof Yaml.Fields fields) {
        return fields;
      }
      throw unreadable("has no mapping at its root");
    } catch (MarkedYamlEngineException e) {
      String where =
          e.getProblemMark().map(mark -> "line " + (mark.getLine() + 1) + ": ").orElse("");
      throw unreadable("is not YAML: " + where + e.getProblem());
    } catch (YamlEngineException e) {
      throw unreadable("is not YAML: " + e.getMessage());
    }
  }

  private String text() {
    if (Files.isDirectory(file)) {
      throw Problem.of(ProblemCode.FILE_IS_FOLDER, "'" + file + "' is a folder")
          .fix("name the file in it")
          .raise();
    }
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw unreadable("is larger than 4 MiB");
      }
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      throw Problem.of(ProblemCode.FILE_NOT_FOUND, "no file '" + file + "'")
          .fix("check the path")
          .raise(e);
    } catch (IOException e) {
      throw Problem.of(ProblemCode.FILE_UNREADABLE, "'" + file + "' cannot be read as UTF-8 text")
          .fix("check its permissions and its encoding")
          .raise(e);
    }
  }

  private Yaml yaml(Node node) {
    if (!seen.add(node)) {
      throw unreadable("uses an anchor, which Azure Pipelines does not know: line " + line(node));
    }
    if (node instanceof MappingNode mapping) {
      List<Yaml.Field> fields = new ArrayList<>();
      Set<String> names = new HashSet<>();
      for (NodeTuple tuple : mapping.getValue()) {
        Node key = tuple.getKeyNode();
        String name = key instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (!names.add(name) && !name.startsWith("${{")) {
          throw unreadable("has the key '" + name + "' twice: line " + line(key));
        }
        fields.add(new Yaml.Field(name, yaml(tuple.getValueNode()), line(key)));
      }
      return new Yaml.Fields(fields, line(node));
    }
    if (node instanceof SequenceNode sequence) {
      return new Yaml.Items(sequence.getValue().stream().map(this::yaml).toList(), line(node));
    }
    boolean isNull = node.getTag().getValue().endsWith(":null");
    String text = node instanceof ScalarNode scalar && !isNull ? scalar.getValue() : "";
    return new Yaml.Text(text, line(node));
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  private LifelineException unreadable(String words) {
    return Problem.of(ProblemCode.PIPELINE_UNREADABLE, "'" + file + "' " + words)
        .why("So nothing in it could be looked at.")
        .fix("mend the file; Azure Pipelines would not read it either")
        .raise();
  }
}
