package dev.lifeline.extension.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.core.json.Json;
import dev.lifeline.extension.agent.Extension;
import dev.lifeline.tasks.Catalogue;
import dev.lifeline.tasks.definition.TaskDefinition;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The package that the build has made, and others. */
final class PackageEndToEndTest {
  private static final long MEGABYTE = 1024 * 1024;

  @TempDir private Path folder;

  @Test
  void a_package_made_again_is_the_same_to_the_byte() throws Exception {
    Path again = pack(Variant.of("lifeline", "lcsserviceendpoint"));

    assertThat(again).hasSameBinaryContentAs(Extension.vsix());
  }

  @Test
  void a_program_trimmed_again_is_the_same_to_the_byte() throws Exception {
    Path module = Extension.module();
    Path jar = folder.resolve("again.jar");

    new TrimmedJar(module.resolve("src/main/proguard/libraries.pro"), folder.resolve("work"))
        .write(Libraries.ofTheTasks(module.resolve("target/lib")), jar);

    assertThat(jar)
        .hasSameBinaryContentAs(module.resolve("target/lifeline-tasks-" + version() + ".jar"));
  }

  @Test
  void it_is_small_enough_for_every_server() throws Exception {
    assertThat(Files.size(Extension.vsix())).isLessThan(20 * MEGABYTE);
  }

  @Test
  void tfx_warned_of_nothing() throws Exception {
    String said = Files.readString(Extension.module().resolve("target/tfx.log"));

    assertThat(said).contains("Completed operation").doesNotContainIgnoringCase("warning");
  }

  @Test
  void each_task_has_its_definition_handler_icon_and_program() throws Exception {
    SortedMap<String, byte[]> files = Archive.read(Extension.vsix()).files();

    for (TaskDefinition task : Catalogue.definitions()) {
      String home = "tasks/" + task.name() + "/v" + task.version().major() + "/";
      assertThat(files).containsKeys(home + "task.json", home + "handler.js", home + "icon.png");
      assertThat(files.keySet())
          .anyMatch(name -> name.startsWith(home + "lib/") && name.endsWith(".jar"));
      var icon = ImageIO.read(new ByteArrayInputStream(files.get(home + "icon.png")));
      assertThat(icon.getWidth()).isEqualTo(32);
      assertThat(icon.getHeight()).isEqualTo(32);
    }
  }

  @Test
  void the_notices_name_every_library_in_it() throws Exception {
    String notices =
        new String(Archive.read(Extension.vsix()).files().get("notices.txt"), UTF_8)
            .replace("-core, -databind", "jackson-core, jackson-databind");

    assertThat(Libraries.ofTheTool(Extension.module().resolve("target/lib")))
        .extracting(jar -> jar.getFileName().toString().replaceFirst("-\\d.*", ""))
        .filteredOn(name -> !name.startsWith("lifeline-"))
        .allSatisfy(name -> assertThat(notices).contains(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasks", "cli"})
  void neither_the_emulator_nor_the_hub_is_in_a_program(String program) throws Exception {
    Path jar = Extension.module().resolve("target/lifeline-" + program + "-" + version() + ".jar");

    assertThat(Archive.read(jar).files().keySet())
        .anyMatch(name -> name.startsWith("dev/lifeline/core/"))
        .noneMatch(name -> name.matches("dev/lifeline/(emulator|hub)/.*"))
        .noneMatch(name -> name.matches("(io/javalin|ch/qos/logback|org/h2|kotlin)/.*"));
  }

  @Test
  void the_manifest_contributes_every_task_and_the_connection_type() throws Exception {
    assertThat(names(Extension.vsix()))
        .containsAll(Catalogue.definitions().stream().map(task -> "tasks/" + task.name()).toList())
        .contains("lcsserviceendpoint")
        .hasSize(Catalogue.definitions().size() + 1);
  }

  @Test
  void the_connection_dialog_asks_as_the_setup_guide_does() throws Exception {
    Map<?, ?> type =
        (Map<?, ?>)
            contributions(Extension.vsix()).stream()
                .filter(each -> each.get("type").equals("ms.vss-endpoint.service-endpoint-type"))
                .findFirst()
                .orElseThrow()
                .get("properties");
    Map<?, ?> url = (Map<?, ?>) type.get("url");
    Map<?, ?> scheme = (Map<?, ?>) ((List<?>) type.get("authenticationSchemes")).get(0);
    List<Object> labels = new ArrayList<>(List.of(url.get("displayName")));
    List<Object> ids = new ArrayList<>();
    for (Object list : List.of(type.get("inputDescriptors"), scheme.get("inputDescriptors"))) {
      for (Object each : (List<?>) list) {
        labels.add(((Map<?, ?>) each).get("name"));
        ids.add(((Map<?, ?>) each).get("id"));
      }
    }

    assertThat(type.get("displayName")).isEqualTo("Dynamics Lifecycle Services");
    assertThat(url.get("value")).isEqualTo("https://login.microsoftonline.com/organizations");
    assertThat(labels)
        .containsExactly(
            "Authentication Endpoint",
            "Dynamics Lifecycle Services API Endpoint",
            "Username",
            "Password",
            "Application (Client) ID");
    assertThat(ids).containsExactly("apiurl", "username", "password", "clientid");
  }

  @Test
  void a_private_package_is_another_publisher_s_with_task_ids_of_its_own() throws Exception {
    Path vsix = pack(Variant.of("contoso", "none"));

    assertThat(vsix.getFileName()).hasToString("contoso.lifeline-" + version() + ".vsix");
    assertThat(contributions(vsix))
        .noneMatch(each -> each.get("type").equals("ms.vss-endpoint.service-endpoint-type"));
    for (TaskDefinition task : Catalogue.definitions()) {
      String json = definition(vsix, task);
      assertThat(json)
          .doesNotContain(task.guid().toString())
          .contains("connectedService:lcsserviceendpoint");
      assertThat(DefinitionRules.broken(json)).isEmpty();
    }
  }

  @Test
  void a_connection_type_of_another_name_is_what_the_tasks_take() throws Exception {
    Path vsix = pack(Variant.of("contoso", "contosolcs"));

    assertThat(names(vsix)).contains("contosolcs");
    assertThat(definition(vsix, Catalogue.definitions().get(0)))
        .contains("connectedService:contosolcs");
  }

  @Test
  void a_publisher_that_cannot_be_is_refused() {
    assertThatThrownBy(() -> Variant.of("con toso", "none")).hasMessageContaining("con toso");
  }

  @Test
  void a_definition_that_an_agent_would_stumble_over_is_refused() {
    String json =
        """
        {"id": "1", "name": "A B", "execution": {"Process": {"target": "java"}},
         "inputs": [{"name": "a", "label": "A", "type": "picklist", "visibleRule": "b = 1"}]}""";

    assertThat(DefinitionRules.broken(json))
        .contains("id is no GUID", "name", "a is a picklist", "a depends on no earlier b")
        .anyMatch(each -> each.startsWith("handlers are"));
  }

  private Path pack(Variant variant) throws Exception {
    return new PackageExtension(Extension.module(), version()).extension(variant, folder);
  }

  private static String version() throws Exception {
    return Extension.vsix().getFileName().toString().replaceAll(".*-([\\d.]+)\\.vsix", "$1");
  }

  private static String definition(Path vsix, TaskDefinition task) throws Exception {
    String home = "tasks/" + task.name() + "/v" + task.version().major() + "/";
    return new String(Archive.read(vsix).files().get(home + "task.json"), UTF_8);
  }

  private static List<String> names(Path vsix) throws Exception {
    return contributions(vsix).stream()
        .map(each -> String.valueOf(((Map<?, ?>) each.get("properties")).get("name")))
        .toList();
  }

  @SuppressWarnings("unchecked") // a JSON object has texts as keys
  private static List<Map<String, Object>> contributions(Path vsix) throws Exception {
    byte[] manifest = Archive.read(vsix).files().get("extension.vsomanifest");
    return (List<Map<String, Object>>)
        Json.read(new String(manifest, UTF_8), Map.class).orElseThrow().get("contributions");
  }
}
