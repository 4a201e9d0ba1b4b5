package dev.lifeline.hub.page;

/**
 * What a template shows: values that are settled, so that the template asks nobody. Its template
 * takes two parameters, {@code frame} and {@code view}.
 */
public interface View {
  /** The template, below {@code src/main/jte}. */
  String template();

  /** Where it stands in the navigation. */
  Section section();
}
