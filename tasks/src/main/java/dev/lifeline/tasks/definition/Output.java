package dev.lifeline.tasks.definition;

/**
 * A value that a task gives to later steps.
 *
 * @param name its name
 * @param description one sentence for people
 */
public record Output(String name, String description) {}
