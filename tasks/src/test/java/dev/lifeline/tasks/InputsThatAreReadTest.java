package dev.lifeline.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.tasks.definition.Input;
import dev.lifeline.tasks.definition.InputType;
import dev.lifeline.tasks.definition.TaskDefinition;
import dev.lifeline.tasks.host.HostDetection;
import dev.lifeline.tasks.run.Task;
import dev.lifeline.tasks.run.TaskRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A declared input that nobody reads misleads; an undeclared one cannot be read. */
class InputsThatAreReadTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("tasks")
  void a_task_reads_exactly_the_inputs_that_it_declares(String id) throws IOException {
    Task task = Catalogue.find(id).orElseThrow();
    Set<Input> read = new LinkedHashSet<>();
    try (Agent agent = Agent.azure(folder)) {
      fill(agent, task.definition());
      for (String mode : modes(task.definition())) {
        String[] parts = mode.split("=", -1);
        agent.input(parts[0], parts[1]);
        ProcessInTest process = agent.process(agent.time);
        process.program = folder;
        TaskRun run = new TaskRun(task, process, HostDetection.of(process));
        try {
          run.go(task);
        } catch (LifelineException e) {
          // values that fit no world; what counts is what was read
        }
        read.addAll(run.inputsTaken());
      }
    }

    assertThat(read).containsExactlyInAnyOrderElementsOf(task.definition().inputs());
  }

  static Stream<String> tasks() {
    return Catalogue.definitions().stream().map(TaskDefinition::id);
  }

  private void fill(Agent agent, TaskDefinition task) throws IOException {
    for (Input input : task.inputs()) {
      if (input.type() == InputType.STRING && !input.name().equals("projectId")) {
        agent.input(input.name(), "00000000-1111-2222-3333-444444444444");
      }
    }
    if (task.input("assetPath").isPresent() && task.id().equals("AssetUpload")) {
      agent.input("assetPath", agent.release("R.zip", 2000));
    }
  }

  /** Each value of each input on which others depend. */
  private static Set<String> modes(TaskDefinition task) {
    Set<String> modes = new LinkedHashSet<>();
    for (Input input : task.inputs()) {
      if (input.when() != null) {
        input.when().values().forEach(value -> modes.add(input.when().input() + "=" + value));
      }
    }
    modes.add("unused=");
    return modes;
  }
}
