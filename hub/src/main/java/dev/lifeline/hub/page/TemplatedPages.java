package dev.lifeline.hub.page;

import dev.lifeline.core.problem.Problem;
import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.web.Form;
import dev.lifeline.hub.web.HttpCall;
import dev.lifeline.hub.web.Pages;
import dev.lifeline.hub.web.Reply;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pages, from templates that the build made Java of. Thread-safe. */
public final class TemplatedPages implements Pages {
  private static final String TEMPLATES = "dev.lifeline.hub.template";

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, TemplatedPages.class.getClassLoader(), TEMPLATES);
  private final Texts texts = new Texts();
  private final Assets assets = new Assets();

  /** Adds the routes of what every page needs. */
  public void to(Gate gate) {
    gate.on(Route.ASSET, assets::serve).on(Route.THEME, Theme::choose);
  }

  /** The words of the pages. */
  public Texts texts() {
    return texts;
  }

  /** A page, or the part of one that a script asked for: its template says which. */
  public Reply page(Call call, View view) {
    return render(view.template(), Frame.of(call, view.section(), words(call.http())), view);
  }

  @Override
  public Reply form(HttpCall call, Form form) {
    return render("page/form.jte", Frame.outside(call, words(call)), form);
  }

  @Override
  public Reply fault(HttpCall call, int status, String message, @Nullable Problem problem) {
    ProblemPanel panel = problem == null ? ProblemPanel.of(message) : ProblemPanel.of(problem);
    String template = isScripted(call) ? "page/faultpart.jte" : "page/fault.jte";
    return render(template, Frame.outside(call, words(call)), panel).status(status);
  }

  /** Whether a script asks, which puts the answer into the page that it is on. */
  public static boolean isScripted(HttpCall call) {
    return call.header("hx-request").isPresent();
  }

  private Reply render(String template, Frame frame, Object view) {
    StringOutput html = new StringOutput();
    engine.render(template, Map.of("frame", frame, "view", view), html);
    return Reply.html(html.toString()).header("Vary", "HX-Request");
  }

  private Frame.Words words(HttpCall call) {
    return new Frame.Words(texts, assets, Theme.of(call));
  }
}
