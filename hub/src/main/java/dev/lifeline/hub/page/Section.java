package dev.lifeline.hub.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The entries of the navigation, as they stand in Azure DevOps; each is a noun's first page. */
public enum Section {
  /** The pages outside of any project. */
  HOME(Group.NONE, "/"),
  OVERVIEW(Group.PROJECT, "{project}"),
  TASK_ASSISTANT(Group.PIPELINES, "{project}/_tasks"),
  RUNS(Group.PIPELINES, "{project}/_runs"),
  CONNECTIONS(Group.SETTINGS, "{project}/_settings/connections"),
  SETUP_GUIDE(Group.SETTINGS, "{project}/_settings/setup-guide"),
  PEOPLE(Group.HUB, "/administration/people"),
  AUDIT(Group.HUB, "/administration/audit"),
  KEYS(Group.HUB, "/administration/keys"),
  HEALTH(Group.HUB, "/administration/health"),
  /** Everybody's own; the menu of the account leads there. */
  TOKENS(Group.NONE, "/account/tokens");

  private final Group group;
  private final String path;

  Section(Group group, String path) {
    this.group = group;
    this.path = path;
  }

  /** What an entry belongs to; the headings of the navigation. */
  public enum Group {
    /** Not shown. */
    NONE,
    PROJECT,
    PIPELINES,
    SETTINGS,
    HUB;

    /** The entries of the group, in their order. */
    public List<Section> sections() {
      return Arrays.stream(Section.values()).filter(each -> each.group == this).toList();
    }

    /** The key of its name. */
    public String key() {
      return "page.group." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** The key of its name. */
  public String key() {
    return "page.section." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The icon beside its name. */
  public String icon() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it is about a project, and so is shown in one only. */
  public boolean isInProject() {
    return path.startsWith("{project}");
  }

  /** Whether only administrators of the hub have it. */
  public boolean isForAdministrators() {
    return group == Group.HUB;
  }

  /**
   * Where it is.
   *
   * @param project the project's path, without a slash at its end
   */
  public String place(String project) {
    return path.replace("{project}", project);
  }
}
