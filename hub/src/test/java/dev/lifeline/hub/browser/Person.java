package dev.lifeline.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.lifeline.hub.HubLab;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Somebody in front of a browser. What the browser asks of another host, what the content policy
 * stops and what a script throws is kept, and has to be nothing; every page that is visited is
 * looked through by axe.
 */
final class Person implements AutoCloseable {
  static final String PASSWORD = "a pass phrase of the tests";

  final Page page;
  private final URI hub;
  private final BrowserContext context;
  private final List<String> wrong = new ArrayList<>();

  /** Somebody with a window of the usual size. */
  Person(HubLab lab) {
    this(lab, new Browser.NewContextOptions().setViewportSize(1280, 800));
  }

  Person(HubLab lab, Browser.NewContextOptions options) {
    this(lab.hub.url(), options);
  }

  /** Somebody who opens that hub. */
  Person(URI hub, Browser.NewContextOptions options) {
    this.hub = hub;
    this.context =
        Chromium.BROWSER.newContext(
            options
                .setLocale("en-GB")
                .setTimezoneId("Europe/Berlin")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
    this.page = context.newPage();
    page.setDefaultTimeout(30_000);
    page.onRequest(this::note);
    page.onConsoleMessage(this::note);
    page.onPageError(error -> wrong.add("script: " + error));
  }

  static Browser.NewContextOptions narrow() {
    return new Browser.NewContextOptions().setViewportSize(360, 740);
  }

  static Browser.NewContextOptions dark() {
    return new Browser.NewContextOptions()
        .setViewportSize(1280, 800)
        .setColorScheme(ColorScheme.DARK);
  }

  /** Signs in with the password that was set for that name. */
  Person signIn(String uniqueName) {
    page.navigate(hub + "/sign-in");
    field("Name or e-mail address").fill(uniqueName);
    field("Password").fill(PASSWORD);
    button("Sign in").click();
    page.waitForURL(hub + "/");
    return this;
  }

  /** Goes to a place, and looks through what is there. */
  void visit(String path) {
    page.navigate(hub + path.replace(" ", "%20"));
    look();
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator field(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  /** Waits until a text is to be seen. */
  void sees(String text) {
    page.getByText(text).first().waitFor();
  }

  void seesMatching(String regex) {
    page.getByText(Pattern.compile(regex)).first().waitFor();
  }

  /** Whether the page is as it should be for everybody. */
  void look() {
    assertThat(Axe.violations(page)).as(page.url()).isEmpty();
    int width = page.viewportSize().width;
    Object wide = page.evaluate("() => document.documentElement.scrollWidth");
    assertThat(((Number) wide).intValue()).as("width of " + page.url()).isLessThanOrEqualTo(width);
    assertThat(wrong).isEmpty();
  }

  void photograph(Path file) throws IOException {
    new SmallPicture(page.screenshot()).write(file);
  }

  /** Lets pages put something on the clipboard, and the test read it. */
  void allowClipboard() {
    context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
  }

  /** Forgets that it signed in. */
  void losesSession() {
    context.clearCookies();
  }

  private void note(Request request) {
    if (!request.url().startsWith(hub.toString())) {
      wrong.add("request: " + request.url());
    }
  }

  private void note(ConsoleMessage message) {
    boolean isStatus = message.text().startsWith("Failed to load resource");
    if (message.type().equals("error") && !isStatus) {
      wrong.add("console: " + message.text());
    }
  }

  @Override
  public void close() {
    context.close();
    assertThat(wrong).isEmpty();
  }
}
