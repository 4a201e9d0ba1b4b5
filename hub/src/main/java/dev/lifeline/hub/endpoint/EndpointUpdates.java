package dev.lifeline.hub.endpoint;

import dev.lifeline.core.model.Secret;
import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.connector.Connector;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.Labels;
import dev.lifeline.hub.model.Mark;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.model.ProjectReference;
import dev.lifeline.hub.model.Target;
import dev.lifeline.hub.secret.Keyring;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.Reply;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes endpoints (Service Endpoints REST: secrets; update). The names and descriptions in a
 * project are its administrators' business; everything else is that of the endpoint's owners.
 */
public final class EndpointUpdates {
  private final Connector connector;
  private final Keyring keyring;

  /** For a hub. */
  public EndpointUpdates(Connector connector, Keyring keyring) {
    this.connector = connector;
    this.keyring = keyring;
  }

  /** Adds its routes. */
  public void to(Gate gate) {
    gate.on(Route.ENDPOINT_UPDATE, this::updateOne)
        .on(Route.PROJECT_ENDPOINT_UPDATE, this::updateOne)
        .on(Route.ENDPOINTS_UPDATE, this::updateMany);
  }

  private Reply updateOne(Call call) {
    Connection changed = update(call, call.connection(), call.http().body(EndpointJson.class));
    return Reply.json(new EndpointView(call).whole(changed));
  }

  private Reply updateMany(Call call) {
    EndpointView view = new EndpointView(call);
    List<Object> changed = new ArrayList<>();
    for (EndpointJson json : call.http().body(EndpointJson[].class)) {
      Connection connection = call.connectionWithId(json.id());
      call.require(
          Power.MANAGE, call.powersOn(connection), "You do not have permission to change that.");
      changed.add(view.listed(update(call, connection, json)));
    }
    return Reply.list(changed);
  }

  /**
   * Changes one.
   *
   * @throws dev.lifeline.hub.web.Refusal ARGUMENT, DUPLICATE_CONNECTION, FORBIDDEN
   * @throws dev.lifeline.core.problem.LifelineException CONNECTION_INVALID, CLOUD_MISMATCH,
   *     ADDRESS_REFUSED
   */
  public Connection update(Call call, Connection stored, EndpointJson json) {
    Target target = Draft.target(json);
    Labels labels = labels(stored, json);
    @Nullable Secret password = json.password();
    boolean isOwners =
        password != null || !target.equals(stored.target()) || !isOnlyRenamed(labels, stored);
    if (isOwners) {
      call.require(
          Power.OWN,
          call.powersOn(stored),
          "You do not have permission to edit these fields. You need to be an organization level"
              + " Administrator of the service endpoint.");
      replaceSecret(call, stored, target, password);
    }
    List<ProjectReference> references = renamed(call, stored, json);
    Connection changed =
        new Connection(
            stored.id(),
            stored.organization(),
            target,
            labels,
            stored.created(),
            mark(call, stored),
            references);
    call.tables().connections().replace(changed);
    call.audit("connection.changed", changed, labels.name());
    return changed;
  }

  /** Later than the last one, so that whoever remembers the last one sees that there is another. */
  private static Mark mark(Call call, Connection stored) {
    Instant next = stored.changed().at().plus(1, ChronoUnit.MICROS);
    return new Mark(call.mark().by(), call.now().isBefore(next) ? next : call.now());
  }

  /** A stored secret must not go anywhere that its giver did not mean. */
  private void replaceSecret(
      Call call, Connection stored, Target target, @Nullable Secret password) {
    if (password != null) {
      connector.check(stored.labels().name(), target, password);
      keyring.seal(call.tables(), stored.id(), password);
      call.audit("connection.password-replaced", stored, stored.labels().name());
    } else if (target.sendsSecretsWhere(stored.target())) {
      connector.check(stored.labels().name(), target);
    } else {
      throw Fault.ARGUMENT.refuse(
          "The parameter 'password' is required again when 'url', 'apiurl' or 'type' change.");
    }
  }

  /** An endpoint that was read in a project comes back under the name that it has there. */
  private static Labels labels(Connection stored, EndpointJson json) {
    Labels given = Draft.labels(json);
    boolean isName = isNewName(stored, given.name());
    return new Labels(
        isName ? given.name() : stored.labels().name(),
        given.description(),
        json.owner() == null ? stored.labels().owner() : given.owner(),
        given.managementReference());
  }

  private static boolean isNewName(Connection stored, String name) {
    return !name.equals(stored.labels().name())
        && stored.references().stream().noneMatch(each -> each.name().equals(name));
  }

  private static boolean isOnlyRenamed(Labels labels, Connection stored) {
    return labels.owner().equalsIgnoreCase(stored.labels().owner())
        && Objects.equals(labels.managementReference(), stored.labels().managementReference());
  }

  private static List<ProjectReference> renamed(Call call, Connection stored, EndpointJson json) {
    List<ProjectReference> all = new ArrayList<>();
    for (ProjectReference old : stored.references()) {
      ProjectReference wanted = wanted(call, stored, old, json);
      if (!wanted.equals(old)) {
        call.require(
            Power.MANAGE,
            call.standing().on(stored, old.project().id()),
            "You do not have permission to rename the service connection in the project "
                + old.project().name()
                + ".");
        if (!wanted.name().equalsIgnoreCase(old.name())) {
          Sharing.requireFree(call, old.project(), wanted.name());
        }
        call.tables().connections().rename(stored.id(), wanted);
      }
      all.add(wanted);
    }
    return all;
  }

  /** A name of the project's own wins over the one at the top, if it is new. */
  private static ProjectReference wanted(
      Call call, Connection stored, ProjectReference old, EndpointJson json) {
    Optional<EndpointJson.Reference> given =
        json.references().stream().filter(each -> isOf(old, each)).findFirst();
    if (given.isEmpty()) {
      return old;
    }
    String top = Draft.name(json.name());
    @Nullable String own = given.get().name();
    String name =
        own != null && !own.equals(old.name())
            ? Draft.name(own)
            : isNewName(stored, top) ? top : old.name();
    @Nullable String said = given.get().description();
    boolean isInProject =
        call.projectIfAny().map(project -> project.id().equals(old.project().id())).orElse(false);
    @Nullable String description =
        isInProject && Objects.equals(said, old.description()) ? json.description() : said;
    return new ProjectReference(old.project(), name, Draft.description(description));
  }

  private static boolean isOf(ProjectReference reference, EndpointJson.Reference given) {
    @Nullable String project = given.project();
    return project != null
        && (project.equalsIgnoreCase(reference.project().id().toString())
            || project.equalsIgnoreCase(reference.project().name()));
  }
}
