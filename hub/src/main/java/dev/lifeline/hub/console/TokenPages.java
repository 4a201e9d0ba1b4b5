package dev.lifeline.hub.console;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.administration.Grants;
import dev.lifeline.hub.console.TokensView.Form;
import dev.lifeline.hub.console.TokensView.Given;
import dev.lifeline.hub.console.TokensView.Row;
import dev.lifeline.hub.console.TokensView.State;
import dev.lifeline.hub.model.PersonalToken;
import dev.lifeline.hub.model.TokenScope;
import dev.lifeline.hub.page.Notice;
import dev.lifeline.hub.page.Paging;
import dev.lifeline.hub.page.ProblemPanel;
import dev.lifeline.hub.page.TemplatedPages;
import dev.lifeline.hub.web.FormFields;
import dev.lifeline.hub.web.Refusal;
import dev.lifeline.hub.web.Reply;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One's own access tokens: make one, which is shown once; revoke one. */
public final class TokenPages {
  private static final int USUAL_DAYS = 30;

  private final TemplatedPages pages;
  private final Grants grants;

  /** For a hub. */
  public TokenPages(TemplatedPages pages, Grants grants) {
    this.pages = pages;
    this.grants = grants;
  }

  /** Adds its routes. */
  public void to(Gate gate) {
    gate.on(Route.TOKENS_PAGE, call -> show(call, fresh(call), null, null))
        .on(Route.TOKENS_ADD, this::add)
        .on(Route.TOKENS_REVOKE, TokenPages::revoke);
  }

  /** A link may say what the token is for. */
  private static Form fresh(Call call) {
    return new Form("", Set.copyOf(call.http().queryList("scope")), USUAL_DAYS);
  }

  private Reply add(Call call) {
    FormFields sent = call.http().form();
    Set<String> scopes =
        Arrays.stream(TokenScope.values())
            .map(TokenScope::id)
            .filter(id -> !sent.text("scope-" + id).isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    String days = sent.text("days");
    Form form =
        new Form(
            sent.text("name"),
            scopes,
            days.matches("[0-9]{1,4}") ? Integer.parseInt(days) : USUAL_DAYS);
    try {
      Grants.Given given =
          grants.give(
              call,
              call.caller().person(),
              new Grants.WantedJson(form.name(), List.copyOf(scopes), form.days(), null));
      PersonalToken token = given.token();
      return show(
          call, fresh(call), null, new Given(token.name(), given.text().reveal(), token.expires()));
    } catch (Refusal e) {
      ProblemPanel problem = ProblemPanel.of(String.valueOf(e.getMessage()));
      return show(call, form, problem, null).status(e.fault().status());
    }
  }

  private static Reply revoke(Call call) {
    Grants.revokeInPath(call);
    return Reply.goOn(Notice.at(Route.TOKENS_PAGE.template(), "token", "revoked"));
  }

  private Reply show(Call call, Form form, @Nullable ProblemPanel problem, @Nullable Given given) {
    List<PersonalToken> all = call.tables().personalTokens().of(call.caller().person().id());
    String place = Route.TOKENS_PAGE.template() + "?page=";
    Paging<PersonalToken> part = Paging.of(all, call.http().query("page").orElse("1"), place);
    List<Row> rows = part.items().stream().map(each -> row(call, each)).toList();
    return pages.page(
        call, new TokensView(new Paging<>(rows, part.newer(), part.older()), form, problem, given));
  }

  private static Row row(Call call, PersonalToken token) {
    State state = token.isGood(call.now()) ? State.GOOD : State.EXPIRED;
    return new Row(
        token.id().toString(),
        token.name(),
        TokenScope.join(token.scopes()).replace(" ", ", "),
        token.lastUsed(),
        token.expires(),
        token.revoked() == null ? state : State.REVOKED);
  }
}
