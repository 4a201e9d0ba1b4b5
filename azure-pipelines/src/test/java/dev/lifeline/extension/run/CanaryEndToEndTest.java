package dev.lifeline.extension.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.extension.agent.Contoso;
import dev.lifeline.extension.agent.Endpoint;
import dev.lifeline.extension.agent.StepEnd;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No secret leaves a task, even where the agent would mask none. */
final class CanaryEndToEndTest {
  /** What starts a token, and a signature that is not hidden. */
  private static final String SECRET_SHAPES =
      "eyJ[A-Za-z0-9_-]{16}|[?&;]sig=(?!\\*\\*\\*)[A-Za-z0-9%]{8}";

  @TempDir private Path work;
  private final List<StepEnd> ends = new ArrayList<>();

  @Test
  void with_details_on_no_password_token_or_signature_is_printed() throws Exception {
    try (var steps = new Steps(work)) {
      steps.job.withVariable("system.debug", "true");
      Contoso.release(steps.job.sources().resolve("r.zip"));
      ends.add(steps.succeed("verify", "LifelineVerifyConnection", Map.of()));
      ends.add(steps.succeed("upload", "LifelineAssetUpload", Map.of("assetPath", "r.zip")));
      ends.add(
          steps.succeed(
              "download",
              "LifelineAssetDownload",
              Map.of("fileAssetId", "$(upload.FileAssetId)", "assetPath", "back")));
      ends.add(steps.succeed("deploy", "LifelineAssetDeploy", steps.deployment()));
      ends.add(steps.succeed("tool", "LifelineTool", Map.of()));
      ends.add(failing(steps));
    }

    assertThat(ends).allSatisfy(end -> assertThat(end.masked()).isNotEmpty());
    for (String secret : spellings()) {
      assertThat(ends).noneMatch(end -> end.visible().contains(secret));
      assertThat(filesLeftBehind()).noneMatch(text -> text.contains(secret));
    }
    assertThat(ends)
        .allSatisfy(end -> assertThat(end.visible()).doesNotContainPattern(SECRET_SHAPES));
  }

  private static StepEnd failing(Steps steps) throws Exception {
    String id = "2b7f3a52-1111-4222-8333-444455556666";
    Endpoint right = steps.contoso.endpoint(Contoso.PASSWORD);
    steps.job.withEndpoint(
        new Endpoint(
            id,
            right.url(),
            right.scheme(),
            Map.of(
                "username",
                "mfa@contoso.example",
                "password",
                Contoso.PASSWORD,
                "clientid",
                steps.contoso.at().clientId().toString()),
            right.data()));
    StepEnd end =
        steps.run("failing", "LifelineVerifyConnection", Map.of("serviceConnectionName", id));
    assertThat(end.result()).isEqualTo("Failed");
    return end;
  }

  /** The password and what the agent was told to mask, in the ways in which texts get spelled. */
  private Set<String> spellings() {
    Set<String> secrets = new LinkedHashSet<>();
    secrets.add(Contoso.PASSWORD);
    ends.forEach(end -> secrets.addAll(end.masked()));
    Set<String> spellings = new LinkedHashSet<>(secrets);
    for (String secret : secrets) {
      spellings.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
      spellings.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
      spellings.add(
          Base64.getEncoder()
              .withoutPadding()
              .encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
    }
    return spellings;
  }

  private List<String> filesLeftBehind() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(work)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.startsWith(work.resolve("_tasks"))) {
          texts.add(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return texts;
  }
}
