package dev.lifeline.hub.console;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.administration.Inventory;
import dev.lifeline.hub.console.PeopleView.Form;
import dev.lifeline.hub.console.PeopleView.Invited;
import dev.lifeline.hub.console.PeopleView.Row;
import dev.lifeline.hub.console.PeopleView.State;
import dev.lifeline.hub.model.Person;
import dev.lifeline.hub.page.Frame;
import dev.lifeline.hub.page.Notice;
import dev.lifeline.hub.page.Paging;
import dev.lifeline.hub.page.ProblemPanel;
import dev.lifeline.hub.page.TemplatedPages;
import dev.lifeline.hub.signin.Welcome;
import dev.lifeline.hub.web.FormFields;
import dev.lifeline.hub.web.Refusal;
import dev.lifeline.hub.web.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hub, People: who they are; add, invite, disable. */
public final class PeoplePages {
  private final TemplatedPages pages;
  private final Inventory inventory;
  private final Welcome welcome;

  /** For a hub. */
  public PeoplePages(TemplatedPages pages, Inventory inventory, Welcome welcome) {
    this.pages = pages;
    this.inventory = inventory;
    this.welcome = welcome;
  }

  /** Adds its routes. */
  public void to(Gate gate) {
    gate.on(Route.PEOPLE_PAGE, call -> show(call, Form.EMPTY, null, null))
        .on(Route.PEOPLE_ADD, this::add)
        .on(Route.PEOPLE_CHANGE, this::change);
  }

  private Reply add(Call call) {
    FormFields sent = call.http().form();
    Form form =
        new Form(
            sent.text("unique-name"),
            sent.text("display-name"),
            !sent.text("administrator").isEmpty());
    String displayName = form.displayName().isEmpty() ? form.uniqueName() : form.displayName();
    try {
      Person person =
          inventory.addPerson(
              call, new Inventory.PersonJson(displayName, form.uniqueName(), form.administrator()));
      return invited(call, person);
    } catch (Refusal e) {
      ProblemPanel problem = ProblemPanel.of(String.valueOf(e.getMessage()));
      return show(call, form, problem, null).status(e.fault().status());
    }
  }

  private Reply change(Call call) {
    Person person = Inventory.personInPath(call);
    return switch (call.http().form().text("intent")) {
      case "disable" -> setDisabled(call, person, true);
      case "enable" -> setDisabled(call, person, false);
      default -> invited(call, person);
    };
  }

  private static Reply setDisabled(Call call, Person person, boolean disabled) {
    Inventory.setDisabled(call, person, disabled);
    String what = disabled ? "disabled" : "enabled";
    return Reply.goOn(Notice.at(Route.PEOPLE_PAGE.template(), "people", what));
  }

  /** The link is shown in the answer itself: it stands in no address and in no history. */
  private Reply invited(Call call, Person person) {
    Welcome.Invitation invitation = welcome.invite(call, person);
    return show(
        call,
        Form.EMPTY,
        null,
        new Invited(person.displayName(), invitation.url().reveal(), invitation.expires()));
  }

  private Reply show(
      Call call, Form form, @Nullable ProblemPanel problem, @Nullable Invited invitation) {
    String search = call.http().query("q").orElse("");
    List<Person> found =
        call.tables().people().list().stream().filter(each -> isWanted(each, search)).toList();
    String place = Route.PEOPLE_PAGE.template() + "?q=" + Frame.segment(search) + "&page=";
    Paging<Person> part = Paging.of(found, call.http().query("page").orElse("1"), place);
    Set<UUID> disabled = call.tables().people().disabled();
    Set<UUID> withPassword = call.tables().people().withPassword();
    UUID viewer = call.caller().person().id();
    List<Row> rows =
        part.items().stream()
            .map(
                each ->
                    new Row(
                        each.id().toString(),
                        each.displayName(),
                        each.uniqueName(),
                        each.administrator(),
                        state(each.id(), disabled, withPassword),
                        each.id().equals(viewer)))
            .toList();
    return pages.page(
        call,
        new PeopleView(
            new Paging<>(rows, part.newer(), part.older()), search, form, problem, invitation));
  }

  private static State state(UUID id, Set<UUID> disabled, Set<UUID> withPassword) {
    if (disabled.contains(id)) {
      return State.DISABLED;
    }
    return withPassword.contains(id) ? State.ACTIVE : State.WITHOUT_PASSWORD;
  }

  private static boolean isWanted(Person person, String search) {
    String text = person.displayName() + " " + person.uniqueName();
    return text.toLowerCase(Locale.ROOT).contains(search.strip().toLowerCase(Locale.ROOT));
  }
}
