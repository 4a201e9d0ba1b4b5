package dev.lifeline.hub.endpoint;

import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.connector.Connector;
import dev.lifeline.hub.model.AuditEntry;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.Labels;
import dev.lifeline.hub.model.Mark;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.model.ProjectReference;
import dev.lifeline.hub.model.Target;
import dev.lifeline.hub.secret.Keyring;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.Reply;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Changes endpoints (Service Endpoints REST: secrets; update). The names and descriptions in a
 * project are its administrators' business; everything else is that of the endpoint's owners.
 */
public final class EndpointUpdates {
  private final Database database;
  private final Connector connector;
  private final Keyring keyring;
  private final Consumer<UsableConnection> proof;

  /**
   * For a hub.
   *
   * @param proof signs in, or throws
   */
  public EndpointUpdates(
      Database database, Connector connector, Keyring keyring, Consumer<UsableConnection> proof) {
    this.database = database;
    this.connector = connector;
    this.keyring = keyring;
    this.proof = proof;
  }

  /** Adds its routes. */
  public void to(Gate gate) {
    gate.onSlow(Route.ENDPOINT_UPDATE, this::updateOne)
        .onSlow(Route.PROJECT_ENDPOINT_UPDATE, this::updateOne)
        .onSlow(Route.ENDPOINTS_UPDATE, this::updateMany);
  }

  /** What is there and what it is to become. */
  private record Wish(Connection stored, EndpointJson json) {}

  /** What is written when a wish is granted. */
  private record Change(
      Connection stored,
      Target target,
      Labels labels,
      @Nullable Secret password,
      List<ProjectReference> references) {}

  private Supplier<Reply> updateOne(Call call) {
    Wish wish = new Wish(call.connection(), call.http().body(EndpointJson.class));
    return update(
        call,
        List.of(wish),
        (then, changed) -> Reply.json(new EndpointView(then).whole(changed.get(0))));
  }

  private Supplier<Reply> updateMany(Call call) {
    List<Wish> wishes = new ArrayList<>();
    for (EndpointJson json : call.http().body(EndpointJson[].class)) {
      Connection connection = call.connectionWithId(json.id());
      call.require(
          Power.MANAGE, call.powersOn(connection), "You do not have permission to change that.");
      wishes.add(new Wish(connection, json));
    }
    return update(call, wishes, EndpointUpdates::listed);
  }

  private static Reply listed(Call call, List<Connection> changed) {
    EndpointView view = new EndpointView(call);
    return Reply.list(changed.stream().map(view::listed).toList());
  }

  /**
   * Changes one, without trying a new password.
   *
   * @throws dev.lifeline.hub.web.Refusal ARGUMENT, DUPLICATE_CONNECTION, FORBIDDEN
   * @throws LifelineException CONNECTION_INVALID, CLOUD_MISMATCH, ADDRESS_REFUSED
   */
  public Connection update(Call call, Connection stored, EndpointJson json) {
    return apply(call, plan(call, new Wish(stored, json)), false);
  }

  /**
   * A new password is proved by a sign-in before anything changes, while no transaction is open.
   */
  private Supplier<Reply> update(
      Call call, List<Wish> wishes, BiFunction<Call, List<Connection>, Reply> answer) {
    boolean isProved = wishes.stream().anyMatch(wish -> wantsProof(call, wish.json()));
    if (!isProved) {
      Reply reply = answer.apply(call, grant(call, wishes));
      return () -> reply;
    }
    List<Change> planned = wishes.stream().map(wish -> plan(call, wish)).toList();
    return () -> {
      planned.forEach(change -> prove(call, change));
      return database.inTransaction(
          tables -> {
            Call then = call.within(tables);
            List<Wish> unchanged = wishes.stream().map(wish -> unchanged(then, wish)).toList();
            return answer.apply(then, grant(then, unchanged));
          });
    };
  }

  /** Azure DevOps' own clients cannot add to the query, and so may say it among the values. */
  private static boolean wantsProof(Call call, EndpointJson json) {
    @Nullable String value = json.data() == null ? null : json.data().lifelineVerify();
    return json.password() != null
        && !"false".equalsIgnoreCase(value)
        && !"false".equalsIgnoreCase(call.http().query("lifelineVerify").orElse(""));
  }

  private void prove(Call call, Change change) {
    if (change.password() == null) {
      return;
    }
    Connection stored = change.stored();
    String name = stored.labels().name();
    try {
      proof.accept(connector.check(name, change.target(), change.password()));
    } catch (LifelineException e) {
      AuditEntry entry =
          call.auditEntry(
              "connection.password-refused",
              new AuditEntry.About(stored.organization(), null, stored.id()),
              name);
      database.change(tables -> tables.audit().add(entry));
      throw e.problem()
          .fix("the old password stays; to store this one all the same: lifelineVerify=false")
          .raise(e);
    }
  }

  private static Wish unchanged(Call call, Wish wish) {
    Connection stored = wish.stored();
    Connection now = call.connectionWithId(stored.id().toString());
    if (!now.changed().equals(stored.changed())) {
      throw Fault.CONFLICT.refuse(
          "The service connection was changed by somebody else while its new password was being"
              + " tried. Read it again, and repeat the change.");
    }
    return new Wish(now, wish.json());
  }

  private List<Connection> grant(Call call, List<Wish> wishes) {
    List<Connection> changed = new ArrayList<>();
    for (Wish wish : wishes) {
      changed.add(apply(call, plan(call, wish), wantsProof(call, wish.json())));
    }
    return changed;
  }

  /** Checks everything, and changes nothing. */
  private Change plan(Call call, Wish wish) {
    Connection stored = wish.stored();
    Target target = Draft.target(wish.json());
    Labels labels = labels(stored, wish.json());
    @Nullable Secret password = wish.json().password();
    boolean isOwners =
        password != null || !target.equals(stored.target()) || !isOnlyRenamed(labels, stored);
    if (isOwners) {
      call.require(
          Power.OWN,
          call.powersOn(stored),
          "You do not have permission to edit these fields. You need to be an organization level"
              + " Administrator of the service endpoint.");
      requireWhereTo(stored, target, password);
    }
    return new Change(stored, target, labels, password, renamed(call, stored, wish.json()));
  }

  private Connection apply(Call call, Change change, boolean isProved) {
    Connection stored = change.stored();
    if (change.password() != null) {
      keyring.seal(call.tables(), stored.id(), change.password());
      call.tables().states().replaced(stored.id());
      if (isProved) {
        call.tables().states().verified(stored.id(), call.now(), null);
      }
      call.audit("connection.password-replaced", stored, stored.labels().name());
    }
    for (ProjectReference reference : change.references()) {
      if (!stored.references().contains(reference)) {
        call.tables().connections().rename(stored.id(), reference);
      }
    }
    Connection changed =
        new Connection(
            stored.id(),
            stored.organization(),
            change.target(),
            change.labels(),
            stored.created(),
            mark(call, stored),
            change.references());
    call.tables().connections().replace(changed);
    call.audit("connection.changed", changed, change.labels().name());
    return changed;
  }

  /** Later than the last one, so that whoever remembers the last one sees that there is another. */
  private static Mark mark(Call call, Connection stored) {
    Instant next = stored.changed().at().plus(1, ChronoUnit.MICROS);
    return new Mark(call.mark().by(), call.now().isBefore(next) ? next : call.now());
  }

  /** A stored secret must not go anywhere that its giver did not mean. */
  private void requireWhereTo(Connection stored, Target target, @Nullable Secret password) {
    if (password != null) {
      connector.check(stored.labels().name(), target, password);
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
