package dev.lifeline.hub.web;

/** The HTTP methods that the hub answers. */
public enum Method {
  GET,
  POST,
  PUT,
  PATCH,
  DELETE,
  OPTIONS
}
