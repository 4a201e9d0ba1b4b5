package dev.lifeline.core.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An environment of a project as LCS describes it (LCS API: environments). Texts are foreign.
 *
 * @param id its id
 * @param name its name; may be empty
 * @param project whose it is, or null when LCS does not say
 * @param kind what it is
 * @param state what can be done with it now
 * @param software what is installed
 * @param place where it is
 */
public record Environment(
    EnvironmentId id,
    String name,
    @Nullable ProjectId project,
    Kind kind,
    State state,
    Software software,
    Place place) {

  /**
   * What an environment is, in LCS's words.
   *
   * @param infrastructure such as SelfService, MicrosoftManaged or CustomerManaged, or null
   * @param type such as Production or Sandbox, or null
   * @param group such as Primary or DisasterRecovery, or null
   * @param product such as Finance and Operations, or null
   */
  public record Kind(
      @Nullable String infrastructure,
      @Nullable String type,
      @Nullable String group,
      @Nullable String product) {}

  /**
   * What can be done with an environment now.
   *
   * @param deploymentState LCS's word for what is done to it, such as Finished or Servicing, or
   *     null
   * @param deploymentStatus LCS's word for how it is shown, such as Deployed or Failed, or null
   * @param canStart whether it can be started, or null when LCS does not say
   * @param canStop whether it can be stopped, or null when LCS does not say
   */
  public record State(
      @Nullable String deploymentState,
      @Nullable String deploymentStatus,
      @Nullable Boolean canStart,
      @Nullable Boolean canStop) {}

  /**
   * What is installed in an environment, in LCS's words.
   *
   * @param topology the topology's name, or null
   * @param applicationBuild the application's build version, or null
   * @param applicationRelease the application's release, such as 10.0.44, or null
   * @param platformRelease the platform's release, or null
   * @param platformVersion the platform's version, or null
   * @param deployed when it was deployed, or null
   */
  public record Software(
      @Nullable String topology,
      @Nullable String applicationBuild,
      @Nullable String applicationRelease,
      @Nullable String platformRelease,
      @Nullable String platformVersion,
      @Nullable Instant deployed) {}

  /**
   * Where an environment is.
   *
   * @param endpointBaseUrl where its users open it, as LCS wrote it, or null
   * @param cloudStorage the region of its storage, or null
   * @param disasterRecovery the region that it can be moved to, or null
   */
  public record Place(
      @Nullable String endpointBaseUrl,
      @Nullable String cloudStorage,
      @Nullable String disasterRecovery) {}
}
