package dev.lifeline.hub.console;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Ids;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.console.AuditView.Row;
import dev.lifeline.hub.console.AuditView.Search;
import dev.lifeline.hub.console.AuditView.Someone;
import dev.lifeline.hub.model.AuditEntry;
import dev.lifeline.hub.model.Person;
import dev.lifeline.hub.page.Frame;
import dev.lifeline.hub.page.Paging;
import dev.lifeline.hub.page.TemplatedPages;
import dev.lifeline.hub.store.AuditLog;
import dev.lifeline.hub.web.Reply;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Hub, Audit log: the newest first, with a filter. */
public final class AuditPage {
  private final TemplatedPages pages;

  /** For a hub. */
  public AuditPage(TemplatedPages pages) {
    this.pages = pages;
  }

  /** Adds its route. */
  public void to(Gate gate) {
    gate.on(Route.AUDIT_PAGE, this::show);
  }

  private Reply show(Call call) {
    Search search = new Search(query(call, "action"), query(call, "person"), query(call, "about"));
    long below =
        Optional.of(query(call, "below"))
            .filter(text -> text.matches("[0-9]{1,18}"))
            .map(Long::parseLong)
            .orElse(Long.MAX_VALUE);
    AuditLog.Filter filter =
        new AuditLog.Filter(
            search.action(), Ids.parse(search.person()).orElse(null), search.subject());
    List<AuditLog.Numbered> found = call.tables().audit().list(filter, below, Paging.SIZE + 1);
    List<AuditLog.Numbered> shown = found.stream().limit(Paging.SIZE).toList();
    List<Person> people = call.tables().people().list();
    Map<UUID, Person> byId =
        people.stream().collect(Collectors.toMap(Person::id, Function.identity()));
    String here = place(search);
    return pages.page(
        call,
        new AuditView(
            new Paging<>(
                shown.stream().map(each -> row(each.entry(), byId)).toList(),
                below == Long.MAX_VALUE ? null : here,
                found.size() <= Paging.SIZE
                    ? null
                    : here + "&below=" + shown.get(Paging.SIZE - 1).number()),
            search,
            people.stream()
                .map(each -> new Someone(each.id().toString(), each.displayName()))
                .toList()));
  }

  private static Row row(AuditEntry entry, Map<UUID, Person> people) {
    Optional<Person> who = Optional.ofNullable(entry.person()).map(people::get);
    return new Row(
        entry.happened(),
        entry.action(),
        who.map(Person::displayName).orElse(""),
        entry.token() != null,
        entry.subject(),
        Objects.requireNonNullElse(entry.address(), ""));
  }

  private static String place(Search search) {
    return Route.AUDIT_PAGE.template()
        + "?action="
        + Frame.segment(search.action())
        + "&person="
        + Frame.segment(search.person())
        + "&about="
        + Frame.segment(search.subject());
  }

  private static String query(Call call, String name) {
    return call.http().query(name).orElse("").strip();
  }
}
