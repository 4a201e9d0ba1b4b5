package dev.lifeline.hub.webhook;

import dev.lifeline.core.model.Secret;
import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Ids;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.connector.AddressGuard;
import dev.lifeline.hub.model.AuditEntry;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.model.Project;
import dev.lifeline.hub.model.Webhook;
import dev.lifeline.hub.model.WebhookDelivery;
import dev.lifeline.hub.model.WebhookEvent;
import dev.lifeline.hub.model.WebhookFormat;
import dev.lifeline.hub.secret.Keyring;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.Reply;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Webhooks are made, changed, tried and removed: those of a project by its Administrators, those of
 * all runs by administrators of the hub.
 */
final class WebhookRequests {
  private static final int LONGEST_URL = 1024;
  private static final int SHOWN_DELIVERIES = 100;

  private final Database database;
  private final Keyring keyring;
  private final Courier courier;
  private final AddressGuard guard;
  private final RandomGenerator random;
  private final Supplier<UUID> ids;

  WebhookRequests(
      Database database,
      Keyring keyring,
      Courier courier,
      AddressGuard guard,
      RandomGenerator random,
      Supplier<UUID> ids) {
    this.database = database;
    this.keyring = keyring;
    this.courier = courier;
    this.guard = guard;
    this.random = random;
    this.ids = ids;
  }

  void to(Gate gate) {
    gate.on(Route.WEBHOOK_LIST, WebhookRequests::list)
        .on(Route.WEBHOOK_CREATE, this::create)
        .on(Route.WEBHOOK_UPDATE, this::update)
        .on(Route.WEBHOOK_DELETE, this::delete)
        .on(Route.WEBHOOK_DELIVERIES, WebhookRequests::deliveries)
        .onSlow(Route.WEBHOOK_TEST, this::test);
  }

  private static Reply list(Call call) {
    call.standing().withAllRoles();
    return Reply.list(
        call.tables().webhooks().list().stream()
            .filter(each -> powers(call, each.project()).contains(Power.MANAGE))
            .map(WebhookJson::of)
            .toList());
  }

  private Reply create(Call call) {
    WebhookJson wanted = call.http().body(WebhookJson.class);
    @Nullable UUID project = project(call, wanted.projectId());
    URI address = address(wanted.url());
    Webhook webhook =
        new Webhook(
            ids.get(),
            project,
            shown(address),
            wanted.events() == null
                ? EnumSet.of(WebhookEvent.START, WebhookEvent.STUCK, WebhookEvent.END)
                : events(wanted.events()),
            format(Objects.requireNonNullElse(wanted.format(), "json")),
            Objects.requireNonNullElse(wanted.enabled(), true),
            call.mark(),
            null);
    call.tables().webhooks().add(webhook);
    Secret secret = Signature.newSecret(random);
    keyring.seal(call.tables(), Courier.addressName(webhook.id()), Secret.of(address.toString()));
    keyring.seal(call.tables(), Courier.secretName(webhook.id()), secret);
    audit(call, "webhook.created", webhook);
    return Reply.json(WebhookJson.of(webhook, secret)).status(201);
  }

  private Reply update(Call call) {
    Webhook old = requireOne(call);
    WebhookJson wanted = call.http().body(WebhookJson.class);
    @Nullable URI address = wanted.url() == null ? null : address(wanted.url());
    Webhook changed =
        new Webhook(
            old.id(),
            old.project(),
            address == null ? old.address() : shown(address),
            wanted.events() == null ? old.events() : events(wanted.events()),
            wanted.format() == null ? old.format() : format(wanted.format()),
            Objects.requireNonNullElse(wanted.enabled(), old.enabled()),
            old.created(),
            wanted.rotateSecret() ? call.now() : old.rotated());
    call.tables().webhooks().replace(changed);
    if (address != null) {
      keyring.seal(call.tables(), Courier.addressName(old.id()), Secret.of(address.toString()));
    }
    audit(call, "webhook.changed", changed);
    return Reply.json(
        wanted.rotateSecret()
            ? WebhookJson.of(changed, rotated(call, changed))
            : WebhookJson.of(changed));
  }

  /** The old one signs beside it for a while, so that the receiver need not change at once. */
  private Secret rotated(Call call, Webhook webhook) {
    Secret fresh = Signature.newSecret(random);
    keyring
        .open(call.tables(), Courier.secretName(webhook.id()))
        .ifPresent(old -> keyring.seal(call.tables(), Courier.oldSecretName(webhook.id()), old));
    keyring.seal(call.tables(), Courier.secretName(webhook.id()), fresh);
    audit(call, "webhook.secret-rotated", webhook);
    return fresh;
  }

  private Reply delete(Call call) {
    Webhook webhook = requireOne(call);
    call.tables().webhooks().delete(webhook.id());
    for (String name :
        List.of(
            Courier.addressName(webhook.id()),
            Courier.secretName(webhook.id()),
            Courier.oldSecretName(webhook.id()))) {
      call.tables().sealedTexts().remove(name);
    }
    audit(call, "webhook.deleted", webhook);
    return Reply.nothing();
  }

  private Supplier<Reply> test(Call call) {
    Webhook webhook = requireOne(call);
    Courier.Envelope envelope = courier.envelope(call.tables(), webhook);
    WebhookDelivery fresh =
        new WebhookDelivery(
            ids.get(),
            webhook.id(),
            null,
            null,
            WebhookEvent.TEST,
            Message.test(webhook.format(), call.now()),
            call.now(),
            WebhookDelivery.State.WAITING,
            0,
            WebhookDelivery.Last.none(call.now()));
    audit(call, "webhook.tested", webhook);
    return () -> {
      WebhookDelivery sent = courier.send(envelope, fresh, true);
      database.change(tables -> tables.webhookDeliveries().add(sent));
      return Reply.json(WebhookJson.of(sent));
    };
  }

  private static Reply deliveries(Call call) {
    return Reply.list(
        call.tables().webhookDeliveries().of(requireOne(call).id(), SHOWN_DELIVERIES).stream()
            .map(WebhookJson::of)
            .toList());
  }

  /** What is not the caller's to manage is not there. */
  private static Webhook requireOne(Call call) {
    return Ids.parse(call.http().parameter("webhookId").orElse(null))
        .flatMap(id -> call.tables().webhooks().get(id))
        .filter(each -> powers(call, each.project()).contains(Power.MANAGE))
        .orElseThrow(() -> Fault.NOT_FOUND.refuse("There is no such webhook."));
  }

  private static Set<Power> powers(Call call, @Nullable UUID project) {
    return project == null
        ? call.standing().onHub()
        : call.tables()
            .organizations()
            .project(project)
            .map(call.standing()::on)
            .orElseGet(call.standing()::onHub);
  }

  private static @Nullable UUID project(Call call, @Nullable String id) {
    if (id == null) {
      call.require(
          Power.ADMINISTER,
          call.standing().onHub(),
          "Only administrators of the hub hear of all runs. Name a project in 'projectId'.");
      return null;
    }
    Optional<Project> project =
        Ids.parse(id)
            .flatMap(guid -> call.tables().organizations().project(guid))
            .filter(call.standing()::sees);
    UUID known =
        project.orElseThrow(() -> Fault.NOT_FOUND.refuse("There is no such project.")).id();
    call.require(
        Power.MANAGE,
        powers(call, known),
        "You need to be an Administrator of the project's service connections.");
    return known;
  }

  private URI address(@Nullable Secret given) {
    String text = given == null ? "" : given.reveal().strip();
    URI address;
    try {
      address = URI.create(text);
    } catch (IllegalArgumentException e) {
      throw badAddress();
    }
    boolean isHttps = "https".equalsIgnoreCase(address.getScheme());
    boolean isHttp = "http".equalsIgnoreCase(address.getScheme()) && guard.allowsPrivate();
    if (text.length() > LONGEST_URL
        || address.getHost() == null
        || address.getRawUserInfo() != null
        || !(isHttps || isHttp)) {
      throw badAddress();
    }
    guard.require(address);
    return address;
  }

  private static RuntimeException badAddress() {
    return Fault.ARGUMENT.refuse(
        "'url' has to be an address that begins with https://, without a user, of at most "
            + LONGEST_URL
            + " characters.");
  }

  /** Without the query, which is a secret in addresses of Teams' workflows. */
  private static String shown(URI address) {
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    String start = address.getScheme() + "://" + address.getHost() + port;
    return start + address.getRawPath() + (address.getRawQuery() == null ? "" : "?***");
  }

  private static Set<WebhookEvent> events(List<String> wanted) {
    Set<WebhookEvent> events = EnumSet.noneOf(WebhookEvent.class);
    for (String id : wanted) {
      events.add(
          WebhookEvent.withId(id)
              .filter(each -> each != WebhookEvent.TEST)
              .orElseThrow(() -> Fault.ARGUMENT.refuse("An event is 'start', 'stuck' or 'end'.")));
    }
    if (events.isEmpty()) {
      throw Fault.ARGUMENT.refuse("A webhook hears of at least one event.");
    }
    return events;
  }

  private static WebhookFormat format(String id) {
    return WebhookFormat.withId(id)
        .orElseThrow(() -> Fault.ARGUMENT.refuse("The format is 'json' or 'teams'."));
  }

  private static void audit(Call call, String action, Webhook webhook) {
    call.audit(action, new AuditEntry.About(null, webhook.project(), null), webhook.address());
  }
}
