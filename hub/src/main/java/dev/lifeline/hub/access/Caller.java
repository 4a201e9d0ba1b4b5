package dev.lifeline.hub.access;

import dev.lifeline.hub.model.Person;
import dev.lifeline.hub.model.PersonalToken;

/**
 * Who calls.
 *
 * @param token the personal access token that was sent
 * @param from the address that it was sent from
 */
public record Caller(PersonalToken token, String from) {
  /** The token's owner. */
  public Person person() {
    return token.owner();
  }
}
