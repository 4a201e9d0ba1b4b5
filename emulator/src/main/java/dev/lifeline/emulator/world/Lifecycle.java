package dev.lifeline.emulator.world;

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
 * @param operations all servicing operations, in the order of their start
 */
public record Lifecycle(
    List<Project> projects,
    List<Membership> memberships,
    List<Environment> environments,
    List<Asset> assets,
    List<Operation> operations) {

  /** Takes copies of the lists. */
  public Lifecycle {
    projects = List.copyOf(projects);
    memberships = List.copyOf(memberships);
    environments = List.copyOf(environments);
    assets = List.copyOf(assets);
    operations = List.copyOf(operations);
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

  /** The operations on an environment, the latest first. */
  public List<Operation> history(UUID environment) {
    return operations.stream()
        .filter(it -> it.environment().equals(environment))
        .sorted(Comparator.comparing(Operation::startedAge).reversed())
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
        operations);
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
        Rows.put(operations, operation, it -> it.activityId().equals(operation.activityId())));
  }

  private Lifecycle withMemberships(List<Membership> changed) {
    return new Lifecycle(projects, changed, environments, assets, operations);
  }

  private Lifecycle withAssets(List<Asset> changed) {
    return new Lifecycle(projects, memberships, environments, changed, operations);
  }

  private static boolean isMembership(Membership it, ProjectId project, String username) {
    return it.project().equals(project) && it.username().equalsIgnoreCase(username);
  }
}
