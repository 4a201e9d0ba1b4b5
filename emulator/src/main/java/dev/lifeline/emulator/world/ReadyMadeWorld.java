package dev.lifeline.emulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The world that a newcomer finds: three tenants, in the first an account and an application for
 * each thing that can happen, and projects with environments and assets. {@code deploy@} of the
 * first belongs to {@link #PROJECT} only; {@link #OTHER_PROJECT} is there to be refused.
 */
public final class ReadyMadeWorld {

  /** The project that {@code deploy@} may service. */
  public static final ProjectId PROJECT = new ProjectId(1_234_567);

  /** A project that {@code deploy@} does not belong to; {@code owner@} does. */
  public static final ProjectId OTHER_PROJECT = new ProjectId(7_654_321);

  /** The project of the tenant that has yet to be set up; its {@code deploy@} may service it. */
  public static final ProjectId ADATUM_PROJECT = new ProjectId(2_345_678);

  /** The name of the account that administers applications, in every tenant. */
  public static final String ADMINISTRATOR = "admin";

  /** The name of the account that works. */
  public static final String WORKING_ACCOUNT = "deploy";

  private static final String SYMBOLS = "&=%+#/?;:@";
  private static final String LETTERS = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private final RandomGenerator random;
  private final Supplier<UUID> ids;

  /** Makes worlds with ids and a password of these sources. */
  public ReadyMadeWorld(RandomGenerator random, Supplier<UUID> ids) {
    this.random = random;
    this.ids = ids;
  }

  /** A new world, made at that moment, aging at that scale. */
  public WorldState make(SigningKey signingKey, Instant now, double timeScale) {
    Password password = password();
    List<Directory> directories = new ReadyMadeDirectories(ids, password, now).make();
    var made = new ReadyMadeEnvironments(ids, now, timeScale);
    Lifecycle lifecycle =
        new Lifecycle(
            List.of(
                new Project(PROJECT, "Contoso implementation"),
                new Project(OTHER_PROJECT, "Contoso upgrade"),
                new Project(ADATUM_PROJECT, "Adatum implementation")),
            memberships(),
            made.environments(),
            assets(now),
            List.of(),
            made.past(),
            List.of());
    // the ready-made assets were committed when the world began, and are validated by now
    var pace = new WorldClock.Pace(now, Duration.ofHours(1), timeScale);
    return new WorldState(
        directories, lifecycle, signingKey, password, WorldSettings.DEFAULTS, pace);
  }

  private static List<Membership> memberships() {
    List<Membership> memberships = new ArrayList<>();
    for (String name :
        List.of(WORKING_ACCOUNT, "mfa", "expired", "locked", "disabled", "federated")) {
      memberships.add(member(PROJECT, name, ProjectRole.ENVIRONMENT_MANAGER));
    }
    memberships.add(member(PROJECT, "owner", ProjectRole.OWNER));
    memberships.add(member(PROJECT, "reader", ProjectRole.READER));
    memberships.add(member(PROJECT, "newcomer", ProjectRole.INVITED));
    memberships.add(member(OTHER_PROJECT, "owner", ProjectRole.OWNER));
    memberships.add(
        new Membership(
            ADATUM_PROJECT,
            WORKING_ACCOUNT + "@" + ReadyMadeDirectories.ADATUM,
            ProjectRole.ENVIRONMENT_MANAGER));
    return memberships;
  }

  private static Membership member(ProjectId project, String name, ProjectRole role) {
    return new Membership(project, name + "@" + ReadyMadeDirectories.CONTOSO, role);
  }

  private List<Asset> assets(Instant now) {
    Instant created = now.minus(Duration.ofDays(30));
    List<Asset> assets = new ArrayList<>();
    for (ReadyMadePackage it : ReadyMadePackage.values()) {
      assets.add(
          new Asset(
              ids.get(),
              it.project(),
              it.title(),
              it.fileName(),
              it.note(),
              it.fileType(),
              it.content().length,
              created,
              Duration.ZERO));
    }
    return assets;
  }

  /**
   * Long, with a blank inside and characters that a form has to percent-encode; nothing that a
   * shell's quotes would trip over.
   */
  private Password password() {
    StringBuilder text = new StringBuilder();
    for (int group = 0; group < 4; group++) {
      for (int i = 0; i < 6; i++) {
        text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      text.append(group == 1 ? ' ' : SYMBOLS.charAt(random.nextInt(SYMBOLS.length())));
    }
    return new Password(text.append(LETTERS.charAt(random.nextInt(LETTERS.length()))).toString());
  }
}
