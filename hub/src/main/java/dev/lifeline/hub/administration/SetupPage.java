package dev.lifeline.hub.administration;

import dev.lifeline.core.model.Secret;
import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.access.SignedIn;
import dev.lifeline.hub.access.SignedIn.Moment;
import dev.lifeline.hub.access.TokenText;
import dev.lifeline.hub.model.Person;
import dev.lifeline.hub.model.Session;
import dev.lifeline.hub.password.NewPassword;
import dev.lifeline.hub.password.Passwords;
import dev.lifeline.hub.web.Form;
import dev.lifeline.hub.web.Form.Field;
import dev.lifeline.hub.web.FormFields;
import dev.lifeline.hub.web.LocalPath;
import dev.lifeline.hub.web.Pages;
import dev.lifeline.hub.web.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The page behind the setup link: the first administrator chooses names and a password. */
public final class SetupPage {
  private static final String ORGANIZATION = "lifeline";
  private static final String PROJECT = "Main";

  /** How long the setup code goes on as an invitation, to sign in with the provider. */
  private static final Duration GOOD_FOR = Duration.ofHours(1);

  private final Setup setup;
  private final Passwords passwords;
  private final SignedIn signedIn;
  private final Pages pages;
  private final boolean localAccounts;

  /**
   * For a hub.
   *
   * @param localAccounts whether the administrator signs in with a password of the hub's
   */
  public SetupPage(
      Setup setup, Passwords passwords, SignedIn signedIn, Pages pages, boolean localAccounts) {
    this.localAccounts = localAccounts;
    this.setup = setup;
    this.passwords = passwords;
    this.signedIn = signedIn;
    this.pages = pages;
  }

  /** Adds its routes. */
  public void to(Gate gate) {
    gate.on(Route.SETUP_SHOW, this::show).on(Route.SETUP_FORM, this::setUp);
  }

  private Reply show(Call call) {
    requireCode(call);
    return pages.form(call.http(), form(call));
  }

  private static void requireCode(Call call) {
    if (!call.tables().setupCodes().isGood(TokenText.hash(code(call)), call.now())) {
      throw Setup.unknownCode();
    }
  }

  private Reply setUp(Call call) {
    requireCode(call);
    FormFields form = call.http().form();
    String name = form.text("name");
    String display = form.text("display").isEmpty() ? name : form.text("display");
    Optional<String> objection =
        localAccounts
            ? NewPassword.objection(form, new Person(new UUID(0, 0), display, name, true))
            : Optional.empty();
    if (objection.isPresent()) {
      return pages.form(call.http(), form(call).withProblem(objection.get())).status(400);
    }
    Person person =
        setup
            .begin(
                call,
                new Setup.SetupJson(
                    code(call),
                    display,
                    name,
                    orElse(form.text("organization"), ORGANIZATION),
                    orElse(form.text("project"), PROJECT)))
            .person();
    Moment moment = Moment.of(call);
    if (!localAccounts) {
      Secret invitation = code(call);
      Instant expires = call.now().plus(GOOD_FOR);
      call.tables().invitations().put(person.id(), TokenText.hash(invitation), expires);
      moment.audit("person.invited", person);
      return Reply.goOn("/invitation/" + invitation.reveal());
    }
    String hash = passwords.hash(NewPassword.in(form).orElseThrow());
    call.tables().people().setPasswordHash(person.id(), hash);
    moment.audit("password.set", person);
    return signedIn.begin(moment, person, Session.Way.PASSWORD, Reply.goOn(LocalPath.HOME));
  }

  private static Secret code(Call call) {
    return Secret.of(call.http().parameter("code").orElse("none"));
  }

  private Form form(Call call) {
    FormFields sent = call.http().form();
    List<Field> fields = new ArrayList<>();
    fields.add(Field.text("name", "Your name or e-mail address", sent.text("name"), "username"));
    fields.add(Field.text("display", "What others see", sent.text("display"), "name"));
    if (localAccounts) {
      fields.addAll(NewPassword.fields());
    }
    fields.add(
        Field.text(
            "organization",
            "Organization",
            orElse(sent.text("organization"), ORGANIZATION),
            "off"));
    fields.add(
        Field.text("project", "First project", orElse(sent.text("project"), PROJECT), "off"));
    return new Form(
        "Set up the hub",
        "This hub has no administrator yet. Whoever has this link can become it, once.",
        null,
        call.http().path(),
        fields,
        "Set up",
        List.of());
  }

  private static String orElse(String text, String other) {
    return text.isEmpty() ? other : text;
  }
}
