package dev.lifeline.hub.page;

import dev.lifeline.core.model.Secret;
import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.web.Cookie;
import dev.lifeline.hub.web.HttpCall;
import dev.lifeline.hub.web.LocalPath;
import dev.lifeline.hub.web.Reply;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** Dark or light: as the browser says, unless somebody chose. */
public enum Theme {
  SYSTEM,
  LIGHT,
  DARK;

  private static final String COOKIE = "theme";
  private static final Duration LASTS = Duration.ofDays(365);

  /** The theme of whoever calls. */
  static Theme of(HttpCall call) {
    return call.cookie(Cookie.name(COOKIE, call))
        .map(value -> withId(value.reveal()))
        .orElse(SYSTEM);
  }

  /** Its name in cookies and in the document. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Keeps the choice, and goes back to where it was made. */
  static Reply choose(Call call) {
    Theme chosen = withId(call.http().form().text(COOKIE));
    return Reply.goOn(LocalPath.of(call.http().form().text("from")))
        .cookie(Cookie.of(COOKIE, Secret.of(chosen.id()), LASTS, call.http()));
  }

  private static Theme withId(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst().orElse(SYSTEM);
  }
}
