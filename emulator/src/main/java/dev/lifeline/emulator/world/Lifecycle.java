package dev.lifeline.emulator.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What LCS knows.
 *
 * @param projects the projects
 * @param memberships who may do what in them
 * @param environments their environments
 * @param assets the assets of the projects and of the shared library, uncommitted ones too
 * @param operations all operations since the world began, in the order of their start
 * @param past the operations that were over before
 * @param nextOutcomes how the next operations end, whatever their names
 */
public record Lifecycle(
    List<Project> projects,
    List<Membership> memberships,
    List<Environment> environments,
    List<Asset> assets,
    List<Operation> operations,
    List<PastOperation> past,
    List<Outcome> nextOutcomes) {

  /** Takes copies of the lists. */
  public Lifecycle {
    projects = List.copyOf(projects);
    memberships = List.copyOf(memberships);
    environments = List.copyOf(environments);
    assets = List.copyOf(assets);
    operations = List.copyOf(operations);
    past = List.copyOf(past);
    nextOutcomes = List.copyOf(nextOutcomes);
  }

  /** Whether there is such a project. */
  public boolean hasProject(ProjectId id) {
    return projects.stream().anyMatch(it -> it.id().equals(id));
  }

  /** The role of the account with that user name in a project, empty when it is no member. */
  public Optional<ProjectRole> role(ProjectId project, String username) {
    return memberships.stream()
        .filter(it -> isMembership(it, project, username))
        .map(Membership::role)
        .findFirst();
  }

  /** The environments of a project. */
  public List<Environment> environmentsOf(ProjectId project) {
    return environments.stream().filter(it -> it.project().equals(project)).toList();
  }

  /** The environment of that project with that id. */
  public Optional<Environment> environment(ProjectId project, UUID id) {
    return environmentsOf(project).stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /**
   * The asset with that id, when it belongs to the project or to the shared library; committed or
   * not.
   */
  public Optional<Asset> asset(ProjectId project, UUID id) {
    return assets.stream()
        .filter(it -> it.id().equals(id))
        .filter(it -> it.project() == null || it.project().equals(project))
        .findFirst();
  }

  /** The operations on an environment since the world began, the latest first. */
  public List<Operation> history(UUID environment) {
    List<Operation> latestFirst = new ArrayList<>(operations);
    Collections.reverse(latestFirst); // the sorting keeps this order among those of one moment
    return latestFirst.stream()
        .filter(it -> it.environment().equals(environment))
        .sorted(Comparator.comparing(Operation::startedAge).reversed())
        .toList();
  }

  /** The operations on an environment from before the world began, the latest first. */
  public List<PastOperation> past(UUID environment) {
    return past.stream()
        .filter(it -> it.environment().equals(environment))
        .sorted(Comparator.comparing(PastOperation::startedAt).reversed())
        .toList();
  }

  /** The database movements of an environment that started after that age, the latest first. */
  public List<Operation> databaseMovements(UUID environment, Duration after) {
    return history(environment).stream()
        .filter(it -> it.kind().movesDatabase() && it.startedAge().compareTo(after) > 0)
        .toList();
  }

  /** The database backups of a project that are there at that age of the world. */
  public List<Asset> backups(ProjectId project, Duration age) {
    return assets.stream()
        .filter(it -> it.fileType() == Asset.DATABASE_BACKUP && project.equals(it.project()))
        .filter(
            it ->
                operations.stream()
                    .filter(operation -> it.id().equals(operation.work().asset()))
                    .allMatch(operation -> operation.hasSucceeded(age)))
        .toList();
  }

  /** The same with the membership added or replaced. */
  public Lifecycle with(Membership membership) {
    return withMemberships(
        Rows.put(
            memberships,
            membership,
            it -> isMembership(it, membership.project(), membership.username())));
  }

  /** The same without the membership. */
  public Lifecycle withoutMembership(ProjectId project, String username) {
    return withMemberships(
        memberships.stream().filter(it -> !isMembership(it, project, username)).toList());
  }

  /** The same with the environment added or replaced. */
  public Lifecycle with(Environment environment) {
    return new Lifecycle(
        projects,
        memberships,
        Rows.put(environments, environment, it -> it.id().equals(environment.id())),
        assets,
        operations,
        past,
        nextOutcomes);
  }

  /** The same with the asset added or replaced. */
  public Lifecycle with(Asset asset) {
    return withAssets(Rows.put(assets, asset, it -> it.id().equals(asset.id())));
  }

  /** The same without the asset. */
  public Lifecycle withoutAsset(UUID id) {
    return withAssets(assets.stream().filter(it -> !it.id().equals(id)).toList());
  }

  /** The same with the operation added or replaced. */
  public Lifecycle with(Operation operation) {
    return new Lifecycle(
        projects,
        memberships,
        environments,
        assets,
        Rows.put(operations, operation, it -> it.activityId().equals(operation.activityId())),
        past,
        nextOutcomes);
  }

  /** The same with other ends for the next operations. */
  public Lifecycle withNextOutcomes(List<Outcome> outcomes) {
    return new Lifecycle(projects, memberships, environments, assets, operations, past, outcomes);
  }

  private Lifecycle withMemberships(List<Membership> changed) {
    return new Lifecycle(projects, changed, environments, assets, operations, past, nextOutcomes);
  }

  private Lifecycle withAssets(List<Asset> changed) {
    return new Lifecycle(
        projects, memberships, environments, changed, operations, past, nextOutcomes);
  }

  private static boolean isMembership(Membership it, ProjectId project, String username) {
    return it.project().equals(project) && it.username().equalsIgnoreCase(username);
  }
}
