package dev.lifeline.tasks.definition;

/**
 * One value of a pick list.
 *
 * @param value what is written in YAML
 * @param label what people see; accepted in YAML too
 */
public record Choice(String value, String label) {}
