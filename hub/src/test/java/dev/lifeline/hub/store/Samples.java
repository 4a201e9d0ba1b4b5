package dev.lifeline.hub.store;

import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.Labels;
import dev.lifeline.hub.model.Mark;
import dev.lifeline.hub.model.Organization;
import dev.lifeline.hub.model.Person;
import dev.lifeline.hub.model.Project;
import dev.lifeline.hub.model.ProjectReference;
import dev.lifeline.hub.model.Target;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A small world for tests of the store. */
public final class Samples {
  public static final Instant NOW = Instant.parse("2026-11-27T10:15:30.123456Z");
  public static final Organization CONTOSO = new Organization(UUID.randomUUID(), "Contoso");
  public static final Project FINANCE = new Project(UUID.randomUUID(), CONTOSO.id(), "Finance");
  public static final Project RETAIL = new Project(UUID.randomUUID(), CONTOSO.id(), "Retail");
  public static final Person ADELE =
      new Person(UUID.randomUUID(), "Adele Vance", "Adele@contoso.example", false);

  private Samples() {}

  /** Contoso with its two projects and Adele. */
  public static void addTo(Database database) {
    database.change(
        tables -> {
          tables.organizations().add(CONTOSO);
          tables.organizations().addProject(FINANCE);
          tables.organizations().addProject(RETAIL);
          tables.people().add(ADELE, null, NOW);
        });
  }

  /** A connection of Adele's in the project Finance. */
  public static Connection connection(String name) {
    Mark mark = new Mark(ADELE.id(), NOW);
    return new Connection(
        UUID.randomUUID(),
        CONTOSO.id(),
        new Target(
            "lcsserviceendpoint",
            "https://login.microsoftonline.com/organizations",
            "https://lcsapi.lcs.dynamics.com",
            "deploy@contoso.example",
            "11111111-2222-3333-4444-555555555555"),
        new Labels(name, "deploys", "library", null),
        mark,
        mark,
        List.of(new ProjectReference(FINANCE, name, null)));
  }
}
