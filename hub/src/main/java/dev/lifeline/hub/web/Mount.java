package dev.lifeline.hub.web;

import java.util.function.Function;

/**
 * A route and what answers it.
 *
 * @param name for logs and metrics
 * @param template the path, variable segments in braces; compared without regard to case
 * @param page whether people look at its answers, refusals as well
 */
public record Mount(
    String name, Method method, String template, boolean page, Function<HttpCall, Reply> answer) {}
