package dev.lifeline.hub.signin;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Ids;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.model.AuditEntry;
import dev.lifeline.hub.model.Person;
import dev.lifeline.hub.model.Session;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.Reply;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Where a person is signed in: listed, and ended, by that person. */
public final class OwnSessions {
  /** Adds its routes. */
  public void to(Gate gate) {
    gate.on(Route.SESSION_LIST, OwnSessions::list).on(Route.SESSION_END, OwnSessions::end);
  }

  private static Reply list(Call call) {
    return Reply.list(
        call.tables().sessions().of(call.caller().person().id()).stream()
            .filter(session -> session.isGood(call.now()))
            .map(session -> json(call, session))
            .toList());
  }

  private static Reply end(Call call) {
    Person person = call.caller().person();
    boolean ended =
        Ids.parse(call.http().parameter("sessionId").orElse(null))
            .map(id -> call.tables().sessions().end(person.id(), id))
            .orElse(false);
    if (!ended) {
      throw Fault.NOT_FOUND.refuse("There is no such session.");
    }
    call.audit("session.ended", AuditEntry.About.HUB, person.uniqueName());
    return Reply.nothing();
  }

  private static Map<String, Object> json(Call call, Session session) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", session.id().toString());
    json.put("began", session.began().toString());
    json.put("lastUsed", session.lastUsed().toString());
    json.put("expires", session.expires().toString());
    json.put("address", session.origin().address());
    json.put("agent", session.origin().agent());
    json.put("way", session.origin().way().name().toLowerCase(Locale.ROOT));
    json.put(
        "thisOne", call.caller().session().map(own -> own.id().equals(session.id())).orElse(false));
    return json;
  }
}
