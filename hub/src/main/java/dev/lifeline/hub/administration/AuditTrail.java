package dev.lifeline.hub.administration;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.model.AuditEntry;
import dev.lifeline.hub.store.AuditLog;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audit log, to be read: the newest first, page by page. */
public final class AuditTrail {
  private static final int PAGE = 200;

  /** Adds its route. */
  public void to(Gate gate) {
    gate.on(Route.AUDIT, AuditTrail::list);
  }

  private static Reply list(Call call) {
    long below = call.http().query("below").map(AuditTrail::number).orElse(Long.MAX_VALUE);
    return Reply.list(
        call.tables().audit().list(below, PAGE).stream().map(AuditTrail::json).toList());
  }

  private static Map<String, Object> json(AuditLog.Numbered row) {
    AuditEntry entry = row.entry();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("number", row.number());
    json.put("happened", entry.happened().toString());
    json.put("action", entry.action());
    json.put("personId", text(entry.person()));
    json.put("tokenId", text(entry.token()));
    json.put("address", entry.address());
    json.put("organizationId", text(entry.about().organization()));
    json.put("projectId", text(entry.about().project()));
    json.put("connectionId", text(entry.about().connection()));
    json.put("subject", entry.subject());
    return json;
  }

  private static long number(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw Fault.ARGUMENT.refuse("'below' has to be the number of an entry.");
    }
    return Long.parseLong(text);
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }
}
