package dev.lifeline.core.connection;

import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.problem.LifelineException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A service connection's fields as people type them, not yet checked. The password is not among
 * them: it never is a text. Immutable; {@code with} returns a new value.
 */
public final class ConnectionFields {
  private final Map<ConnectionField, String> texts;
  private final Map<ConnectionField, String> origins;

  private ConnectionFields(
      Map<ConnectionField, String> texts, Map<ConnectionField, String> origins) {
    this.texts = texts;
    this.origins = origins;
  }

  /** Nothing filled in yet. */
  public static ConnectionFields empty() {
    return new ConnectionFields(
        new EnumMap<>(ConnectionField.class), new EnumMap<>(ConnectionField.class));
  }

  /** The fields of a connection that exists, to change some of them. */
  public static ConnectionFields of(ServiceConnection connection) {
    return empty()
        .with(
            ConnectionField.AUTHENTICATION_ENDPOINT, connection.authenticationEndpoint().toString())
        .with(ConnectionField.API_ENDPOINT, connection.apiEndpoint().toString())
        .with(ConnectionField.USERNAME, connection.username())
        .with(ConnectionField.CLIENT_ID, connection.clientId().toString())
        .with(ConnectionField.NAME, connection.name())
        .with(ConnectionField.DESCRIPTION, connection.description())
        .with(
            ConnectionField.DEFAULT_PROJECT,
            connection.defaultProject() == null ? null : connection.defaultProject().toString());
  }

  /**
   * Fills in a field; null or a blank text leaves it empty.
   *
   * @throws IllegalArgumentException for the password
   */
  public ConnectionFields with(ConnectionField field, @Nullable String text) {
    return with(field, text, null);
  }

  /**
   * Fills in a field and remembers where the text comes from, for messages.
   *
   * @param origin such as the name of an environment variable, or null
   */
  ConnectionFields with(ConnectionField field, @Nullable String text, @Nullable String origin) {
    if (field == ConnectionField.PASSWORD) {
      throw new IllegalArgumentException("a password is a Secret, not a text");
    }
    var more = new ConnectionFields(new EnumMap<>(texts), new EnumMap<>(origins));
    more.texts.remove(field);
    more.origins.remove(field);
    if (text != null && !text.isBlank()) {
      more.texts.put(field, text);
    }
    if (origin != null) {
      more.origins.put(field, origin);
    }
    return more;
  }

  /**
   * Checks all fields and makes the connection. A missing authentication endpoint is the default of
   * the API endpoint's geography: {@code /organizations} of the global cloud for most.
   *
   * @throws LifelineException CONNECTION_INVALID naming every missing or malformed field, or
   *     CLOUD_MISMATCH
   */
  public ServiceConnection toConnection() {
    var reading = new Reading();
    Read read = reading.all();
    ApiEndpoint apiEndpoint = read.apiEndpoint();
    AuthenticationEndpoint authority = read.authority();
    ClientId clientId = read.clientId();
    if (!reading.faults.isEmpty() || authority == null || apiEndpoint == null || clientId == null) {
      throw FieldFault.raise(reading.inOrder());
    }
    return new ServiceConnection(
        reading.text(ConnectionField.NAME),
        authority,
        apiEndpoint,
        reading.text(ConnectionField.USERNAME),
        clientId,
        texts.get(ConnectionField.DESCRIPTION),
        read.project());
  }

  /**
   * What is wrong with each field for itself, in the fields' order. When nothing is, {@link
   * #toConnection} can still find that the addresses are of two clouds.
   */
  public List<FieldFault> faults() {
    var reading = new Reading();
    reading.all();
    return reading.inOrder();
  }

  /** What is filled in there, when nothing is wrong with it for itself. */
  public Optional<String> sound(ConnectionField field) {
    boolean isFaulty = faults().stream().anyMatch(fault -> fault.field() == field);
    return isFaulty ? Optional.empty() : Optional.ofNullable(texts.get(field)).map(String::strip);
  }

  /** What could be read; null what could not, or is not there. */
  private record Read(
      @Nullable ApiEndpoint apiEndpoint,
      @Nullable AuthenticationEndpoint authority,
      @Nullable ClientId clientId,
      @Nullable ProjectId project) {}

  /** One pass over the fields that gathers what is wrong. */
  private final class Reading {
    private final List<FieldFault> faults = new ArrayList<>();

    Read all() {
      ApiEndpoint apiEndpoint = needed(ConnectionField.API_ENDPOINT, ApiEndpoint::of);
      AuthenticationEndpoint authority = authority(apiEndpoint);
      ClientId clientId = needed(ConnectionField.CLIENT_ID, ClientId::new);
      ProjectId project = optional(ConnectionField.DEFAULT_PROJECT, ProjectId::of);
      FieldRules.username(text(ConnectionField.USERNAME)).ifPresent(this::add);
      FieldRules.name(text(ConnectionField.NAME)).ifPresent(this::add);
      String description = texts.get(ConnectionField.DESCRIPTION);
      if (description != null) {
        FieldRules.description(description).ifPresent(this::add);
      }
      return new Read(apiEndpoint, authority, clientId, project);
    }

    String text(ConnectionField field) {
      return Objects.requireNonNullElse(texts.get(field), "").strip();
    }

    void add(FieldFault fault) {
      faults.add(fault.from(origins.get(fault.field())));
    }

    <T> @Nullable T needed(ConnectionField field, Function<String, T> parse) {
      if (!texts.containsKey(field)) {
        add(FieldFault.of(field, "it is missing"));
      }
      return optional(field, parse);
    }

    <T> @Nullable T optional(ConnectionField field, Function<String, T> parse) {
      String text = texts.get(field);
      try {
        return text == null ? null : parse.apply(text);
      } catch (IllegalArgumentException e) {
        add(FieldFault.of(field, String.valueOf(e.getMessage())));
        return null;
      }
    }

    @Nullable AuthenticationEndpoint authority(@Nullable ApiEndpoint apiEndpoint) {
      ConnectionField field = ConnectionField.AUTHENTICATION_ENDPOINT;
      if (texts.containsKey(field) || apiEndpoint == null) {
        return optional(field, AuthenticationEndpoint::of);
      }
      Optional<AuthenticationEndpoint> usual = CloudMatch.defaultFor(apiEndpoint);
      if (usual.isEmpty()) {
        add(FieldFault.of(field, "it is missing, and an API endpoint on loopback has no default"));
      }
      return usual.orElse(null);
    }

    List<FieldFault> inOrder() {
      return faults.stream().sorted((one, other) -> one.field().compareTo(other.field())).toList();
    }
  }
}
