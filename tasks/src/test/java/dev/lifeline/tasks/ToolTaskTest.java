package dev.lifeline.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolTaskTest {
  @TempDir private Path folder;
  private Agent agent;

  @BeforeEach
  void start() throws IOException {
    agent = Agent.azure(folder);
  }

  @AfterEach
  void stop() {
    agent.close();
  }

  @Test
  void the_command_is_on_the_path_and_starts_the_program() throws Exception {
    Path program = Files.createDirectories(folder.resolve("it's here").resolve("bin")).getParent();
    Files.writeString(program.resolve("bin").resolve("lifeline"), "echo \"$JAVA_HOME|$2\"\n");

    Ended ended = run(program).succeeded();
    Path onPath = Path.of(ended.heard("task.prependpath").get(0)).resolve("lifeline");
    Process started = new ProcessBuilder(onPath.toString(), "a", "b c").start();

    assertThat(started.inputReader().readLine()).isEqualTo(folder.resolve("java") + "|b c");
    assertThat(onPath.resolveSibling("lifeline.cmd")).content().contains("lifeline.cmd\" %*\r\n");
  }

  @Test
  void the_connection_is_in_variables_and_its_password_in_a_secret_one() throws Exception {
    Path program = Files.createDirectories(folder.resolve("program"));

    Ended ended = run(program).succeeded();

    assertThat(ended.commands())
        .filteredOn(command -> command.event().equals("task.setvariable"))
        .extracting(command -> command.properties().get("variable"))
        .containsExactly(
            "LIFELINE_AUTHENTICATION_ENDPOINT",
            "LIFELINE_API_ENDPOINT",
            "LIFELINE_USERNAME",
            "LIFELINE_CLIENT_ID",
            "LIFELINE_PROJECT_ID",
            "LIFELINE_PASSWORD");
    assertThat(ended.commands())
        .filteredOn(command -> command.properties().containsKey("issecret"))
        .singleElement()
        .satisfies(it -> assertThat(it.content()).isEqualTo(agent.at().password().text()));
    assertThat(ended.log()).contains("env: { LIFELINE_PASSWORD: $(LIFELINE_PASSWORD) }");
  }

  @Test
  void without_the_program_the_task_fails() {
    Ended ended = agent.run("LifelineTool");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.log()).contains("the lifeline command is not beside this task");
  }

  private Ended run(Path program) {
    ProcessInTest process = agent.process(agent.time);
    process.program = program;
    return Agent.run("LifelineTool", process);
  }
}
