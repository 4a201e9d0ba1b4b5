package dev.lifeline.cli.environment;

import dev.lifeline.core.model.Environment;
import dev.lifeline.core.model.HistoryEntry;
import dev.lifeline.core.text.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Environments and what was done to them, as they are shown. */
final class EnvironmentView {
  /** LCS's word for an environment to which nothing is done. */
  private static final String AT_REST = "Finished";

  private static final String NOTHING = "-";

  private EnvironmentView() {}

  /** Every field of LCS, under LCS's name. */
  static Map<String, @Nullable Object> json(Environment environment) {
    Environment.Kind kind = environment.kind();
    Environment.Software software = environment.software();
    Environment.Place place = environment.place();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("environmentId", environment.id().value());
    json.put("environmentName", environment.name());
    json.put("projectId", environment.project() == null ? null : environment.project().value());
    json.put("environmentInfrastructure", kind.infrastructure());
    json.put("environmentType", kind.type());
    json.put("environmentGroup", kind.group());
    json.put("environmentProduct", kind.product());
    json.put("environmentEndpointBaseUrl", place.endpointBaseUrl());
    json.put("deploymentState", environment.state().deploymentState());
    json.put("deploymentStatusDisplay", environment.state().deploymentStatus());
    json.put("canStart", environment.state().canStart());
    json.put("canStop", environment.state().canStop());
    json.put("topologyDisplayName", software.topology());
    json.put("currentApplicationBuildVersion", software.applicationBuild());
    json.put("currentApplicationReleaseName", software.applicationRelease());
    json.put("currentPlatformReleaseName", software.platformRelease());
    json.put("currentPlatformVersion", software.platformVersion());
    json.put("deployedOnUTC", iso(software.deployed()));
    json.put("cloudStorageLocation", place.cloudStorage());
    json.put("disasterRecoveryLocation", place.disasterRecovery());
    return json;
  }

  static Map<String, @Nullable Object> json(HistoryEntry entry) {
    Duration took = took(entry);
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", entry.name());
    json.put("type", entry.type());
    json.put("typeDisplay", entry.typeDisplay());
    json.put("startDateTimeUtc", iso(entry.started()));
    json.put("endDateTimeUtc", iso(entry.ended()));
    json.put("durationSeconds", took == null ? null : Figures.seconds(took));
    json.put("status", entry.status());
    json.put("activityId", entry.activity() == null ? null : entry.activity().value());
    json.put("environmentId", entry.environment() == null ? null : entry.environment().value());
    json.put("projectId", entry.project() == null ? null : entry.project().value());
    return json;
  }

  /** A line for each field that LCS filled. */
  static List<String> lines(Environment environment) {
    Environment.Kind kind = environment.kind();
    Environment.Software software = environment.software();
    Environment.Place place = environment.place();
    List<String> lines = new ArrayList<>();
    add(lines, "Name", environment.name());
    add(lines, "Environment id", environment.id().value());
    add(lines, "Type", kind.type());
    add(lines, "Infrastructure", kind.infrastructure());
    add(lines, "Product", kind.product());
    add(lines, "Group", kind.group());
    add(lines, "Address", place.endpointBaseUrl());
    add(lines, "State", state(environment));
    add(lines, "Now", now(environment));
    add(lines, "Application", joined(software.applicationRelease(), software.applicationBuild()));
    add(lines, "Platform", joined(software.platformRelease(), software.platformVersion()));
    add(lines, "Topology", software.topology());
    add(
        lines,
        "Deployed",
        software.deployed() == null ? null : minute(software.deployed()) + " UTC");
    add(lines, "Region", place.cloudStorage());
    add(lines, "Recovery region", place.disasterRecovery());
    return lines;
  }

  private static void add(List<String> lines, String title, @Nullable String value) {
    if (value != null && !value.isBlank() && !value.equals(NOTHING)) {
      lines.add(title + " ".repeat(17 - title.length()) + value);
    }
  }

  /** How LCS shows it, such as Deployed. */
  static String state(Environment environment) {
    return shown(environment.state().deploymentStatus());
  }

  /** What is done to it now, or can be done with it. */
  static String now(Environment environment) {
    Environment.State state = environment.state();
    String word = state.deploymentState();
    if (word != null && !word.isBlank() && !word.equalsIgnoreCase(AT_REST)) {
      return word;
    }
    if (Boolean.TRUE.equals(state.canStart())) {
      return "can be started";
    }
    return Boolean.TRUE.equals(state.canStop()) ? "can be stopped" : NOTHING;
  }

  /** The release of the application, or what else tells the version. */
  static String version(Environment environment) {
    Environment.Software software = environment.software();
    return shown(
        software.applicationRelease() == null
            ? software.applicationBuild()
            : software.applicationRelease());
  }

  static String shown(@Nullable String text) {
    return text == null || text.isBlank() ? NOTHING : text;
  }

  static String minute(@Nullable Instant instant) {
    return instant == null ? NOTHING : Figures.minute(instant);
  }

  /** How long an operation took; null while it goes on. */
  static @Nullable Duration took(HistoryEntry entry) {
    return entry.started() == null || entry.ended() == null
        ? null
        : Duration.between(entry.started(), entry.ended());
  }

  private static @Nullable String joined(@Nullable String release, @Nullable String version) {
    if (release == null || version == null) {
      return Objects.requireNonNullElse(release, Objects.requireNonNullElse(version, ""));
    }
    return release + " (" + version + ")";
  }

  private static @Nullable String iso(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
