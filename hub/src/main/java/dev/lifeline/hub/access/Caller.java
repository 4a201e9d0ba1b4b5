package dev.lifeline.hub.access;

import dev.lifeline.core.model.Secret;
import dev.lifeline.hub.model.Person;
import dev.lifeline.hub.model.PersonalToken;
import dev.lifeline.hub.model.Session;
import dev.lifeline.hub.model.TokenScope;
import java.util.Optional;
import java.util.UUID;

/** Who calls, and by what that is known. */
public sealed interface Caller {
  /** Whoever it is. */
  Person person();

  /** The address that the call came from. */
  String from();

  /** What the caller came in with, for people: a token's name. */
  String name();

  /** Whether what the caller came in with is good for that. */
  boolean isGoodFor(TokenScope scope);

  /** The personal access token; empty for a browser. */
  Optional<UUID> tokenId();

  /** The session; empty for a program. */
  Optional<Session> session();

  /** What has to come with whatever changes something (CSRF); empty for programs. */
  String csrf();

  /** A program, with a personal access token. */
  record ByToken(PersonalToken token, String from) implements Caller {
    @Override
    public Person person() {
      return token.owner();
    }

    @Override
    public String name() {
      return token.name();
    }

    @Override
    public boolean isGoodFor(TokenScope scope) {
      return scope.isIn(token.scopes());
    }

    @Override
    public Optional<UUID> tokenId() {
      return Optional.of(token.id());
    }

    @Override
    public Optional<Session> session() {
      return Optional.empty();
    }

    @Override
    public String csrf() {
      return "";
    }
  }

  /** A person with a browser, who may do there whatever the person may do. */
  record BySession(Session known, Secret cookie, String from) implements Caller {
    @Override
    public Person person() {
      return known.person();
    }

    @Override
    public String name() {
      return "browser";
    }

    @Override
    public boolean isGoodFor(TokenScope scope) {
      return true;
    }

    @Override
    public Optional<UUID> tokenId() {
      return Optional.empty();
    }

    @Override
    public Optional<Session> session() {
      return Optional.of(known);
    }

    /** Made from the cookie, which no page can read, and not to be led back to it. */
    @Override
    public String csrf() {
      return TokenText.hash(Secret.of("csrf " + cookie.reveal()));
    }
  }
}
