package dev.lifeline.hub.model;

import java.util.UUID;

/** What holds projects and the connections that they share. Its name compares without case. */
public record Organization(UUID id, String name) {}
