package dev.lifeline.hub.guide;

import dev.lifeline.core.problem.SetupStep;
import dev.lifeline.core.registration.SetupGuide;
import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.guide.GuideView.Paragraph;
import dev.lifeline.hub.guide.GuideView.Step;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.page.Frame;
import dev.lifeline.hub.page.TemplatedPages;
import dev.lifeline.hub.web.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Project settings, Setup guide: core's guide, and instead of its last step the dialog. */
public final class GuidePage {
  private static final String COMMAND = "lifeline ";
  private static final String STEPS = "guide-steps";

  private final TemplatedPages pages;

  /** For a hub. */
  public GuidePage(TemplatedPages pages) {
    this.pages = pages;
  }

  /** Adds its route. */
  public void to(Gate gate) {
    gate.on(Route.SETUP_GUIDE_PAGE, this::show);
  }

  private Reply show(Call call) {
    GuideForm form = GuideForm.of(call.http());
    return pages.page(
        call,
        new GuideView(
            STEPS.equals(call.http().header("hx-target").orElse("")),
            form,
            form.problems(),
            SetupGuide.of(form.fields()).sections().stream()
                .filter(section -> section.step() != SetupStep.CONNECTION)
                .map(GuidePage::step)
                .toList(),
            dialog(call, form),
            form.isWhole()));
  }

  private static Step step(SetupGuide.Section section) {
    String id = section.step().name().toLowerCase(Locale.ROOT).replace('_', '-');
    List<Paragraph> paragraphs = new ArrayList<>();
    for (String text : section.paragraphs()) {
      boolean isCommand = text.startsWith(COMMAND);
      paragraphs.add(new Paragraph(id + "-" + paragraphs.size(), text, isCommand));
    }
    return new Step(id, section.step().title(), paragraphs);
  }

  private static String dialog(Call call, GuideForm form) {
    boolean mayCreate = call.standing().on(call.project()).contains(Power.CREATE);
    return mayCreate
        ? "/"
            + call.organization().name()
            + "/"
            + Frame.segment(call.project().name())
            + "/_settings/connections/new?"
            + form.query()
        : "";
  }
}
