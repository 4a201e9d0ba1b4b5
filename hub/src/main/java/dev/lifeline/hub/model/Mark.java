package dev.lifeline.hub.model;

import java.time.Instant;
import java.util.UUID;

/**
 * Who did something, and when.
 *
 * @param by the id of a person
 */
public record Mark(UUID by, Instant at) {}
