package dev.lifeline.hub.browser;

import com.microsoft.playwright.Browser;
import dev.lifeline.hub.HubLab;
import dev.lifeline.hub.page.Section;
import dev.lifeline.hub.store.DatabaseKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Takes the pictures of the pages that the documents show; started by docs/screenshots. */
public final class TakeScreenshots {
  private static final String LIST = "/contoso/" + HubLab.PROJECT + "/_settings/connections";
  private static final int WIDTH = 1180;
  private static final int HEIGHT = 720;

  private final HubLab lab;
  private final Path folder;

  private TakeScreenshots(HubLab lab, Path folder) {
    this.lab = lab;
    this.folder = folder;
  }

  /** The folder to put them into. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Thread.setDefaultUncaughtExceptionHandler(TakeScreenshots::end);
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    try (HubLab lab = new HubLab(DatabaseKind.H2)) {
      lab.password("administrator", Person.PASSWORD);
      new TakeScreenshots(lab, folder).all();
    }
    System.exit(0);
  }

  private static void end(Thread thread, Throwable fault) {
    fault.printStackTrace();
    System.exit(1);
  }

  private void all() throws IOException, InterruptedException {
    String id = lab.connection("LCS Europe", lab.administrator);
    lab.connection("LCS Norway", lab.administrator);
    lab.call(
        "POST",
        "/contoso/_apis/serviceendpoint/endpoints",
        lab.administrator,
        lab.endpoint("LCS old account", "wrong"));
    lab.call("POST", "/api/v1/connections/" + id + "/token", lab.administrator, Map.of());
    for (String theme : new String[] {"light", "dark"}) {
      Browser.NewContextOptions options =
          theme.equals("dark") ? Person.dark() : new Browser.NewContextOptions();
      try (Person person = new Person(lab, options.setViewportSize(WIDTH, HEIGHT))) {
        tour(person.signIn("root@contoso.example"), theme, id);
      }
    }
    try (Person person = new Person(lab, Person.narrow())) {
      person.signIn("root@contoso.example").visit(LIST);
      person.photograph(folder.resolve("connections-narrow.png"));
      person.visit(LIST + "/new");
      person.photograph(folder.resolve("new-connection-narrow.png"));
    }
  }

  private void tour(Person person, String theme, String id) throws IOException {
    person.photograph(folder.resolve("projects-" + theme + ".png"));
    for (Section section : Section.values()) {
      if (section != Section.HOME && section != Section.CONNECTIONS) {
        person.visit(section.place("/contoso/" + HubLab.PROJECT));
        person.photograph(folder.resolve(section.icon() + "-" + theme + ".png"));
      }
    }
    person.visit(LIST + "/" + id);
    person.button("Verify").click();
    person.sees("The connection works.");
    person.visit(LIST + "/" + id);
    person.photograph(folder.resolve("connection-" + theme + ".png"));
    person.visit(LIST + "/" + id + "/security");
    person.photograph(folder.resolve("security-" + theme + ".png"));
    person.visit(LIST);
    person.link("LCS old account").click();
    person.button("Verify").click();
    person.sees("The connection does not work yet.");
    person.photograph(folder.resolve("verification-" + theme + ".png"));
    person.visit(LIST);
    person.photograph(folder.resolve("connections-" + theme + ".png"));
    person.link("New service connection").click();
    person.field("Username").fill("deploy@contoso.com");
    person.photograph(folder.resolve("new-connection-" + theme + ".png"));
  }
}
