package dev.lifeline.hub.console;

import dev.lifeline.hub.model.TokenScope;
import dev.lifeline.hub.page.Paging;
import dev.lifeline.hub.page.ProblemPanel;
import dev.lifeline.hub.page.Section;
import dev.lifeline.hub.page.View;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's own access tokens.
 *
 * @param form what was filled in for a new one
 * @param problem why it was not made, or null
 * @param given the one that was made just now, or null
 */
public record TokensView(
    Paging<Row> rows, Form form, @Nullable ProblemPanel problem, @Nullable Given given)
    implements View {
  private static final List<Integer> DAYS = List.of(7, 30, 90, 180, 365);

  /**
   * A token.
   *
   * @param scopes what it is good for, by name
   * @param lastUsed or null
   */
  public record Row(
      String id,
      String name,
      String scopes,
      @Nullable Instant lastUsed,
      Instant expires,
      State state) {
    /** Whether it can be revoked. */
    public boolean isGood() {
      return state == State.GOOD;
    }
  }

  /** Whether a token is good. */
  public enum State {
    GOOD,
    EXPIRED,
    REVOKED
  }

  /** A token that is wanted. */
  public record Form(String name, Set<String> scopes, int days) {
    public Form {
      scopes = Set.copyOf(scopes);
    }

    /** Whether it is to be good for that. */
    public boolean has(TokenScope scope) {
      return scopes.contains(scope.id());
    }
  }

  /**
   * A new token; printing it shows nothing of it.
   *
   * @param text a secret, shown once
   */
  public record Given(String name, String text, Instant expires) {
    @Override
    public String toString() {
      return "token " + name;
    }
  }

  @Override
  public String template() {
    return "token/tokens.jte";
  }

  @Override
  public Section section() {
    return Section.TOKENS;
  }

  /** What a token can be good for. */
  public List<TokenScope> scopes() {
    return List.of(TokenScope.values());
  }

  /** For how many days. */
  public List<Integer> lifetimes() {
    return DAYS;
  }
}
