package dev.lifeline.hub.page;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.model.Organization;
import dev.lifeline.hub.model.Person;
import dev.lifeline.hub.model.Project;
import dev.lifeline.hub.web.HttpCall;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a page.
 *
 * @param section where it stands in the navigation
 * @param here the page's own path and query
 * @param notice what was done just now, or null
 */
public record Frame(
    Words words,
    Section section,
    String here,
    Viewer viewer,
    Place place,
    @Nullable String notice) {

  /** The texts, the assets, and how dark it is. */
  public record Words(Texts texts, Assets assets, Theme theme) {}

  /**
   * Who looks.
   *
   * @param person who is signed in, or null
   * @param csrf what has to come back with whatever changes something
   */
  public record Viewer(@Nullable Person person, String csrf) {
    static final Viewer NOBODY = new Viewer(null, "");
  }

  /** Where it is; null what the path does not name. */
  public record Place(@Nullable Organization organization, @Nullable Project project) {
    static final Place NOWHERE = new Place(null, null);
  }

  static Frame of(Call call, Section section, Words words) {
    Place place =
        new Place(call.organizationIfAny().orElse(null), call.projectIfAny().orElse(null));
    return new Frame(
        words,
        section,
        call.http().target(),
        new Viewer(call.personIfAny().orElse(null), call.csrf()),
        place,
        Notice.of(call.http()).map(notice -> words.texts().of(notice.key())).orElse(null));
  }

  static Frame outside(HttpCall call, Words words) {
    return new Frame(words, Section.HOME, call.target(), Viewer.NOBODY, Place.NOWHERE, null);
  }

  /** A text. */
  public String t(String key, Object... values) {
    return words.texts().of(key, values);
  }

  /** The address of an asset. */
  public String asset(String name) {
    return words.assets().address(name);
  }

  /** Dark or light. */
  public Theme theme() {
    return words.theme();
  }

  /** Who is signed in, or null. */
  public @Nullable Person person() {
    return viewer.person();
  }

  /** What has to come back with whatever changes something. */
  public String csrf() {
    return viewer.csrf();
  }

  /** The groups of the navigation that have entries here. */
  public List<Section.Group> groups() {
    return List.of(Section.Group.values()).stream()
        .filter(group -> group != Section.Group.NONE && !sections(group).isEmpty())
        .toList();
  }

  /** The entries of a group that are there for whoever looks. */
  public List<Section> sections(Section.Group group) {
    return group.sections().stream()
        .filter(each -> place.project() != null || !each.isInProject())
        .filter(each -> !each.isForAdministrators() || isAdministrator())
        .toList();
  }

  /** Whether an administrator of the hub looks. */
  public boolean isAdministrator() {
    Person person = viewer.person();
    return person != null && person.administrator();
  }

  /** The first letters of the person's names. */
  public String initials() {
    Person person = viewer.person();
    String name = person == null ? "" : person.displayName();
    return Arrays.stream(name.split("[\\s.@_-]+", -1))
        .filter(part -> !part.isEmpty())
        .limit(2)
        .map(part -> part.substring(0, part.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  /** The path of the project, or of the organization, or nothing; without a slash at its end. */
  public String base() {
    Organization organization = place.organization();
    Project project = place.project();
    if (organization == null) {
      return "";
    }
    return "/" + organization.name() + (project == null ? "" : "/" + segment(project.name()));
  }

  /** Where an entry of the navigation leads. */
  public String place(Section of) {
    return of.place(base());
  }

  /** A text as a segment of a path. */
  public static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
